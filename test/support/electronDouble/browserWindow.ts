// A window: a page of a headless Chromium whose requests are answered by the application's own protocol handler.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Request,
  type Route,
} from 'playwright-core';
import { atUsualPace } from '../slowPage.ts';
import { invoke } from './ipcMain.ts';
import { isolatedScript, pageScript } from './pageScripts.ts';
import { answerFor, fromPage, toPage } from './protocol.ts';
import { record } from './record.ts';
import { session as appSession, mayAsk } from './session.ts';

interface WindowOptions {
  readonly webPreferences?: { readonly preload?: string };
}
interface Frame {
  readonly url: string;
}
type OpenHandler = (details: { readonly url: string }) => { readonly action: string };

const worldName = 'preload';

class WebContents extends EventEmitter {
  readonly session = appSession.defaultSession;
  readonly window: BrowserWindow;
  mainFrame: Frame = { url: '' };
  openHandler: OpenHandler = () => ({ action: 'allow' });
  constructor(window: BrowserWindow) {
    super();
    this.window = window;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    record.prints.push(options);
    return (
      (await this.window.page?.pdf({ format: 'A4', printBackground: true, tagged: true })) ?? Buffer.of()
    );
  }
  print(options: unknown, done: (success: boolean, reason: string) => void): void {
    record.prints.push(options);
    done(true, '');
  }
  forcefullyCrashRenderer(): void {
    void this.window.crash();
  }
}

export class BrowserWindow extends EventEmitter {
  static windows: BrowserWindow[] = [];
  static onCreated: (contents: WebContents) => void = () => {};
  static onAllClosed: () => void = () => {};
  static browser: Promise<Browser> | undefined;

  readonly webContents = new WebContents(this);
  readonly options: WindowOptions;
  page: Page | undefined;
  context: BrowserContext | undefined;
  isLoading = false;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    record.webPreferences.push(options.webPreferences);
    BrowserWindow.windows.push(this);
    BrowserWindow.onCreated(this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.windows;
  }

  static async closeBrowser(): Promise<void> {
    await (await BrowserWindow.browser)?.close();
  }

  private isGone = false;
  /** What was under way when the window closed fails with its page; that is no fault of the application. */
  private readonly unlessGone = (error: unknown): void => {
    // Also of a page that has crashed and given way to another.
    if (!this.isGone && !/has been closed|crashed/.test(String(error))) throw error;
  };

  async loadURL(url: string): Promise<void> {
    const executablePath = process.env.SAFF_CHROMIUM ?? '/usr/bin/chromium';
    BrowserWindow.browser ??= chromium.launch({
      executablePath,
      args: ['--no-sandbox'],
      handleSIGTERM: false,
    });
    const context = await this.contextOf(await BrowserWindow.browser);
    this.isLoading = true;
    const page = await atUsualPace(await context.newPage());
    const before = this.page;
    this.page = page;
    await before?.close().catch(() => {});
    await this.putScripts(await context.newCDPSession(page));
    await page.goto(toPage(url)).catch(this.unlessGone);
    this.isLoading = false;
    this.emit('ready-to-show');
  }

  /** One storage for the window's life, as a profile has it. */
  async contextOf(browser: Browser): Promise<BrowserContext> {
    if (this.context !== undefined) return this.context;
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
    this.context = context;
    context.on('page', (opened) => {
      if (!this.isLoading) void opened.close().catch(this.unlessGone);
    });
    await context.route('**/*', (route) => this.answer(route).catch(this.unlessGone));
    return context;
  }

  /** The end of the page's process, as Electron tells of it. */
  async crash(): Promise<void> {
    const page = this.page;
    if (page === undefined) return;
    const ended = new Promise<void>((settle) => page.once('crash', () => settle()));
    const session = await page.context().newCDPSession(page);
    void session.send('Page.crash').catch(() => {});
    await ended;
    this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 133 });
  }

  async putScripts(session: CDPSession): Promise<void> {
    const frameOf = new Map<number, string>();
    session.on('Runtime.executionContextCreated', ({ context }) => {
      frameOf.set(context.id, String((context.auxData as { frameId?: string } | undefined)?.frameId));
    });
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      void this.answerInvoke(session, payload, executionContextId, frameOf.get(executionContextId)).catch(
        this.unlessGone,
      );
    });
    await session.send('Runtime.enable');
    await session.send('Page.enable');
    await session.send('Runtime.addBinding', { name: 'doubleInvoke', executionContextName: worldName });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript });
    const preload = this.options.webPreferences?.preload;
    if (preload === undefined) return;
    const source = isolatedScript(readFileSync(preload, 'utf8'));
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName });
  }

  async answerInvoke(
    session: CDPSession,
    payload: string,
    contextId: number,
    frameId?: string,
  ): Promise<void> {
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] };
    const { frameTree } = await session.send('Page.getFrameTree');
    const isMain = frameTree.frame.id === frameId;
    this.webContents.mainFrame = { url: fromPage(this.page?.url() ?? '') };
    const senderFrame = isMain ? this.webContents.mainFrame : { url: 'about:blank' };
    let outcome: [boolean, unknown];
    try {
      outcome = [true, await invoke(channel, { sender: this.webContents, senderFrame }, args)];
    } catch (error) {
      outcome = [false, String(error)];
    }
    const [isGood, value] = outcome;
    const expression = `doubleSettle(${id}, ${isGood}, ${JSON.stringify(value) ?? 'undefined'})`;
    // The page may have gone away in the meantime.
    await session.send('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }

  async answer(route: Route): Promise<void> {
    const request = route.request();
    const url = fromPage(request.url());
    if (request.isNavigationRequest() && !this.isLoading && !this.mayGo(request, url))
      return route.abort('aborted');
    if (!mayAsk(url)) {
      record.refusedRequests.push(url);
      return route.abort('blockedbyclient');
    }
    const response = await answerFor(url, request.method());
    if (response === undefined) return route.abort('internetdisconnected');
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({
      status: response.status,
      headers,
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  mayGo(request: Request, url: string): boolean {
    if (!this.isOwn(request)) {
      const { action } = this.webContents.openHandler({ url });
      if (action === 'deny') record.refusedWindows.push(url);
      return action !== 'deny';
    }
    if (request.frame() !== this.page?.mainFrame()) return true;
    let isPrevented = false;
    this.webContents.emit('will-navigate', { url, preventDefault: () => (isPrevented = true) });
    if (isPrevented) record.refusedNavigations.push(url);
    return !isPrevented;
  }

  /** False for the request of another window, whose first comes before its frame does. */
  isOwn(request: Request): boolean {
    try {
      return request.frame().page() === this.page;
    } catch {
      return false;
    }
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
  show(): void {}
  maximize(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: 1111, height: 777 };
  }
  close(): void {
    this.emit('close', {});
    this.isGone = true;
    this.emit('closed');
    BrowserWindow.windows = BrowserWindow.windows.filter((window) => window !== this);
    void this.page?.close().then(() => {
      if (BrowserWindow.windows.length === 0) BrowserWindow.onAllClosed();
    });
  }
}
