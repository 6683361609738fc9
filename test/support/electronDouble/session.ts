// The session: what the application forbids and allows to all that is shown.
import { record } from './record.ts';

const defaultSession = {
  setPermissionRequestHandler: (handler: typeof record.permissionRequest) => {
    record.permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: typeof record.permissionCheck) => {
    record.permissionCheck = handler;
  },
  setDevicePermissionHandler: (handler: typeof record.devicePermission) => {
    record.devicePermission = handler;
  },
  setSpellCheckerEnabled: (enabled: boolean) => {
    record.spellChecker = enabled;
  },
  webRequest: {
    onBeforeRequest: (handler: typeof record.beforeRequest) => {
      record.beforeRequest = handler;
    },
  },
  on: (event: string, handler: (event: { preventDefault: () => void }) => void) => {
    if (event !== 'will-download') throw new Error(`the double knows nothing of ${event}`);
    record.downloadsPrevented = () => {
      let prevented = false;
      handler({ preventDefault: () => (prevented = true) });
      return prevented;
    };
  },
  flushStorageData: () => {
    record.flushes += 1;
  },
};

export const session = { defaultSession };

/** What the application lets a page ask for. */
export function mayAsk(url: string): boolean {
  let isCancelled = false;
  record.beforeRequest?.({ url }, ({ cancel }) => {
    isCancelled = cancel;
  });
  return !isCancelled;
}
