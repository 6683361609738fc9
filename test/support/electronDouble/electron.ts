// What stands in for the module `electron`: the parts that the desktop application uses, and no others.
import { EventEmitter } from 'node:events';
import { BrowserWindow } from './browserWindow.ts';
import { answerTheTest } from './control.ts';
import { record } from './record.ts';

export { BrowserWindow } from './browserWindow.ts';
export { ipcMain } from './ipcMain.ts';
export { protocol } from './protocol.ts';

let settleReady = (): void => {};
const ready = new Promise<void>((settle) => {
  settleReady = settle;
});
export function becomeReady(): void {
  record.isReady = true;
  settleReady();
}

class App extends EventEmitter {
  whenReady(): Promise<void> {
    return ready;
  }
  enableSandbox(): void {
    if (record.isReady) throw new Error('the sandbox has to be enabled before the application is ready');
    record.isSandboxed = true;
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  getPreferredSystemLanguages(): string[] {
    return ['ar-EG', 'en-GB'];
  }
  readonly isPackaged = process.env.SAFF_DOUBLE_PACKAGED === '1';
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => {
      if (record.isReady) throw new Error('switches have to be set before the application is ready');
      record.switches[name] = value;
    },
  };
  addRecentDocument(path: string): void {
    if (!record.isReady) throw new Error('recent documents are for an application that is ready');
    record.recentDocuments.push(path);
  }
  setAboutPanelOptions(): void {}
  setAppUserModelId(): void {}
  getPath(): string {
    return process.env.SAFF_DOUBLE_DATA ?? '';
  }
  quit(): void {
    let isPrevented = false;
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) });
    if (!isPrevented) this.exit(0);
  }
  exit(code: number): void {
    void BrowserWindow.closeBrowser().finally(() => process.exit(code));
  }
}

export const app = new App();
BrowserWindow.onCreated = (contents) => void app.emit('web-contents-created', {}, contents);
BrowserWindow.onAllClosed = () => void app.emit('window-all-closed');

export { session } from './session.ts';
export { utilityProcess } from './utilityProcess.ts';

const displays = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];
export const screen = {
  getPrimaryDisplay: () => displays[0],
  getAllDisplays: () => displays,
};

export const autoUpdater = {
  on: () => void record.updaterCalls.push('on'),
  setFeedURL: () => void record.updaterCalls.push('setFeedURL'),
  checkForUpdates: () => void record.updaterCalls.push('checkForUpdates'),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (template: unknown) => {
    record.menu = template;
  },
};

export const dialog = {
  showErrorBox: (title: string, content: string) => {
    record.errorBoxes.push([title, content]);
  },
  showOpenDialog: async (_window: unknown, options: unknown) =>
    answered('open', options, { canceled: true, filePaths: [] }),
  showSaveDialog: async (_window: unknown, options: unknown) =>
    answered('save', options, { canceled: true, filePath: '' }),
  showMessageBox: async (_window: unknown, options: unknown) => answered('message', options, { response: 0 }),
};

function answered(kind: string, options: unknown, otherwise: unknown): unknown {
  record.dialogs.push({ kind, options });
  return record.dialogAnswers[kind] ?? otherwise;
}

answerTheTest(app);
