// The test's line into the process of the double: each message asks for one thing and gets one answer.
import type { EventEmitter } from 'node:events';
import { BrowserWindow } from './browserWindow.ts';
import { invoke } from './ipcMain.ts';
import { answerFor } from './protocol.ts';
import { record } from './record.ts';

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
  secondInstance: Record<string, never>;
  closeWindow: Record<string, never>;
}
export interface Wish {
  readonly id: number;
  readonly kind: keyof Wishes;
  readonly input: unknown;
}

const page = () => {
  const first = BrowserWindow.windows[0]?.page;
  if (first === undefined) throw new Error('no window has a page');
  return first;
};

type Granter = { [Kind in keyof Wishes]: (input: Wishes[Kind], app: EventEmitter) => unknown };
const granters: Granter = {
  evaluate: ({ expression }) => page().evaluate(expression),
  waitFor: async ({ expression }) => void (await page().waitForFunction(expression)),
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
  secondInstance: (_input, app) => void app.emit('second-instance'),
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
