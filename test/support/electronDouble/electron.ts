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

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof record.permissionRequest) => {
      record.permissionRequest = handler;
    },
    setPermissionCheckHandler: (handler: typeof record.permissionCheck) => {
      record.permissionCheck = handler;
    },
    setDevicePermissionHandler: (handler: typeof record.devicePermission) => {
      record.devicePermission = handler;
    },
  },
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
};

answerTheTest(app);
