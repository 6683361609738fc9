// The desktop application: a thin shell round the same host that the browser and the terminal use.
import { fileURLToPath } from 'node:url';
import {
  app,
  autoUpdater,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  session,
  utilityProcess,
} from 'electron';
import { directionOf, type Language } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { loadAssets } from '../host/assets.ts';
import { dataFolder } from '../host/dataFolder.ts';
import { openHost } from '../host/openHost.ts';
import { productVersion } from '../host/version.ts';
import { registerScheme, serveContent } from './contentProtocol.ts';
import { menuTemplate, nothingShown, type Shown } from './menu.ts';
import { filesAmong, readOpened } from './openedFiles.ts';
import { createPageKeeper, type PageKeeper } from './pageKeeper.ts';
import { answerRequests } from './requestChannel.ts';
import { denyPermissions, restrictContents, stayLocal } from './restrictions.ts';
import { answerShell } from './shellChannel.ts';
import { createShellHandlers } from './shellHandlers.ts';
import { askedLanguage, keepLanguage, readLanguage, systemLanguage } from './startLanguage.ts';
import { startUpdates, updateFeed } from './updates.ts';
import { inUtilityProcess } from './utilityIsolate.ts';
import { createWishes } from './wishes.ts';

const assetsFolder = fileURLToPath(new URL('../renderer', import.meta.url));
const log = (errorId: string, error: unknown): void => console.error(`[${errorId}]`, error);
const asked = askedLanguage(process.argv.slice(1));
const settingsFolder = app.getPath('userData');
let language: Language =
  asked ?? readLanguage(settingsFolder) ?? systemLanguage(app.getPreferredSystemLanguages());
let { t } = createTranslator(language);
let shown: Shown = nothingShown;
let page: PageKeeper | undefined;
const wishes = createWishes();
const host = openHost({
  dataFolder: dataFolder(process.env),
  log,
  startIsolate: inUtilityProcess(utilityProcess),
  rehearses: true,
});

// The menu and the dialogs of the system follow the language, and its direction.
app.commandLine.appendSwitch('lang', language);
if (directionOf(language) === 'rtl') app.commandLine.appendSwitch('force-ui-direction', 'rtl');
app.enableSandbox();
registerScheme(protocol);
restrictContents(app);

if (app.requestSingleInstanceLock()) {
  // On macOS a file that was double-clicked may come before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void openFiles([path]);
  });
  app.on('second-instance', (_event, words, folder) => {
    page?.focus();
    void openFiles(filesAmong(words.slice(1), folder));
  });
  app.on('window-all-closed', () => app.quit());
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    void host.close().finally(() => app.quit());
  });
  void openFiles(filesAmong(process.argv.slice(1), process.cwd()));
  // Awaited at the top level, this would never settle: Electron is ready only once this module has been evaluated.
  void app.whenReady().then(boot);
} else {
  app.quit();
}

async function boot(): Promise<void> {
  const assets = await loadAssets(assetsFolder);
  if (assets === undefined) {
    dialog.showErrorBox(t('desktop.pageMissing.title'), t('desktop.pageMissing.remedy'));
    app.exit(1);
    return;
  }
  denyPermissions(session.defaultSession);
  stayLocal(session.defaultSession);
  serveContent(protocol, assets);
  answerRequests(ipcMain, host);
  const window = (): BrowserWindow | undefined => BrowserWindow.getAllWindows()[0];
  const shell = createShellHandlers({ app, dialog, window, wishes, t: () => t, onShown });
  answerShell(ipcMain, shell, log);
  app.setAboutPanelOptions({
    applicationName: t('desktop.menu.application'),
    applicationVersion: productVersion,
  });
  app.setAppUserModelId('app.saff.planner');
  showMenu();
  const now = (): number => performance.now();
  page = createPageKeeper({
    settingsFolder,
    asked,
    dialog,
    wishes,
    now,
    t: () => t,
    shown: () => shown,
    log,
  });
  startUpdates({
    feed: updateFeed,
    isPackaged: app.isPackaged,
    updater: () => autoUpdater,
    log: (error) => log('update', error),
  });
  await page.open();
}

/** Each is read here and opened by the page, like a file that is dropped on it. */
async function openFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const wish = await readOpened(path);
    wishes.add(wish);
    // The system's list can be written only by an application that is ready.
    await app.whenReady();
    if (wish.kind === 'file') app.addRecentDocument(path);
  }
}

function onShown({ language: next, ...what }: Shown & { readonly language: Language }): void {
  if (next !== language) {
    language = next;
    ({ t } = createTranslator(language));
    keepLanguage(settingsFolder, language);
  }
  shown = what;
  showMenu();
}

function showMenu(): void {
  const wish = wishes.add;
  const template = menuTemplate({ t, language, platform: process.platform, shown, wish });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
