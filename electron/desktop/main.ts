// The desktop application: a thin shell round the same host that the browser and the terminal use.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron';
import { createTranslator } from '../../locales/translator.ts';
import { loadAssets } from '../host/assets.ts';
import { dataFolder } from '../host/dataFolder.ts';
import { openHost } from '../host/openHost.ts';
import { registerScheme, serveContent } from './contentProtocol.ts';
import { openMainWindow } from './mainWindow.ts';
import { menuTemplate } from './menu.ts';
import { answerRequests } from './requestChannel.ts';
import { denyPermissions, restrictContents } from './restrictions.ts';
import { askedLanguage, systemLanguage } from './startLanguage.ts';

const assetsFolder = fileURLToPath(new URL('../renderer', import.meta.url));
const asked = askedLanguage(process.argv.slice(1));
const host = openHost({
  dataFolder: dataFolder(process.env),
  log: (errorId, error) => console.error(`[${errorId}]`, error),
});

app.enableSandbox();
registerScheme(protocol);
restrictContents(app);

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    void host.close().finally(() => app.quit());
  });
  // Awaited at the top level, this would never settle: Electron is ready only once this module has been evaluated.
  void app.whenReady().then(boot);
} else {
  app.quit();
}

async function boot(): Promise<void> {
  const t = createTranslator(asked ?? systemLanguage(app.getPreferredSystemLanguages())).t;
  const assets = await loadAssets(assetsFolder);
  if (assets === undefined) {
    dialog.showErrorBox(t('desktop.pageMissing.title'), t('desktop.pageMissing.remedy'));
    app.exit(1);
    return;
  }
  denyPermissions(session.defaultSession);
  serveContent(protocol, assets);
  answerRequests(ipcMain, host);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(t, process.platform)));
  await openMainWindow(app.getPath('userData'), asked);
}
