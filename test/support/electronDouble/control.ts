// The test's line into the process of the double: each message asks for one thing and gets one answer.
import type { EventEmitter } from 'node:events';
import { BrowserWindow } from './browserWindow.ts';
import { invoke } from './ipcMain.ts';
import { answerFor } from './protocol.ts';
import { record } from './record.ts';
import { mayAsk } from './session.ts';

export interface Wishes {
  /** Evaluates an expression in the page's own world. */
  evaluate: { readonly expression: string };
  /** Waits until an expression holds in the page. */
  waitFor: { readonly expression: string };
  /** Asks the protocol handler, as the page would. */
  fetch: { readonly url: string; readonly method?: string };
  /** Calls a channel as a sender of the test's choosing. */
  invoke: { readonly channel: string; readonly event: unknown; readonly args: readonly unknown[] };
  record: Record<string, never>;
  permission: { readonly permission: string };
  pages: Record<string, never>;
  screenshot: { readonly path: string };
  secondInstance: { readonly words?: readonly string[]; readonly folder?: string };
  openFile: { readonly path: string };
  /** Chooses an item of the menu by its label. */
  menu: { readonly label: string };
  /** What the person answers to dialogs of a kind from now on; absent: leaves them. */
  answer: { readonly kind: 'open' | 'save' | 'message'; readonly answer: unknown };
  /** Types as a keyboard does, into what has the focus. */
  type: { readonly text: string };
  crash: Record<string, never>;
  unresponsive: Record<string, never>;
  request: { readonly url: string };
  closeWindow: Record<string, never>;
}
export interface Wish {
  readonly id: number;
  readonly kind: keyof Wishes;
  readonly input: unknown;
}

interface MenuItem {
  readonly label?: string;
  readonly enabled?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

const page = () => {
  const first = BrowserWindow.windows[0]?.page;
  if (first === undefined) throw new Error('no window has a page');
  return first;
};

type Granter = { [Kind in keyof Wishes]: (input: Wishes[Kind], app: EventEmitter) => unknown };
const granters: Granter = {
  evaluate: ({ expression }) => page().evaluate(expression),
  // Asked again and again: the page's own policy forbids it to wait by an expression, and pages come and go.
  waitFor: async ({ expression }) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const holds = await Promise.resolve(page().evaluate(expression)).catch(() => false);
      if (holds === true) return;
      await new Promise((settle) => setTimeout(settle, 50));
    }
    const shown = await Promise.resolve(page().evaluate('document.body.innerText')).catch(String);
    throw new Error(`never came true: ${expression}\non the page:\n${String(shown).slice(0, 2000)}`);
  },
  fetch: async ({ url, method }) => {
    const response = await answerFor(url, method);
    if (response === undefined) return undefined;
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  },
  invoke: ({ channel, event, args }) => invoke(channel, event, args),
  record: () => record,
  permission: ({ permission }) => {
    let requested: boolean | undefined;
    record.permissionRequest?.({}, permission, (allowed) => {
      requested = allowed;
    });
    return {
      requested,
      checked: record.permissionCheck?.({}, permission),
      device: record.devicePermission?.({ deviceType: permission }),
    };
  },
  pages: () => page().context().pages().length,
  screenshot: async ({ path }) => void (await page().screenshot({ path })),
  secondInstance: ({ words = [], folder = '/' }, app) =>
    void app.emit('second-instance', {}, ['saff', ...words], folder),
  openFile: ({ path }, app) => {
    let isPrevented = false;
    app.emit('open-file', { preventDefault: () => (isPrevented = true) }, path);
    return isPrevented;
  },
  menu: ({ label }) => {
    const find = (items: readonly MenuItem[]): MenuItem | undefined => {
      for (const item of items) {
        const found = item.label === label ? item : find(item.submenu ?? []);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const item = find(record.menu as readonly MenuItem[]);
    if (item?.click === undefined || item.enabled === false) throw new Error(`no item to choose: ${label}`);
    item.click();
  },
  answer: ({ kind, answer }) => {
    record.dialogAnswers[kind] = answer;
  },
  type: async ({ text }) => void (await page().keyboard.type(text)),
  crash: () => BrowserWindow.windows[0]?.crash(),
  unresponsive: () => void BrowserWindow.windows[0]?.emit('unresponsive'),
  request: ({ url }) => ({ may: mayAsk(url), downloadPrevented: record.downloadsPrevented?.() }),
  closeWindow: () => BrowserWindow.windows[0]?.close(),
};

export function answerTheTest(app: EventEmitter): void {
  process.on('message', async ({ id, kind, input }: Wish) => {
    try {
      const value: unknown = await granters[kind](input as never, app);
      process.send?.({ id, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => void BrowserWindow.closeBrowser().finally(() => process.exit(1)));
}
