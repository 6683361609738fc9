// The one channel from the window to the host. Only the page of our own window, in its own top frame, is answered.
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Reply } from '../../core/contract/failures.ts';
import type { Host } from '../host/createHost.ts';
import { pageOrigin } from './pageOrigin.ts';

export const requestChannel = 'saff:request';

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

export function answerRequests(ipcMain: IpcMain, host: Host): void {
  ipcMain.handle(requestChannel, (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event)) {
      return Promise.resolve({ ok: false, failure: { code: 'forbiddenOrigin', params: {} } });
    }
    return host.handle(String(method), input);
  });
}

/** False for other pages, for frames within the page, and for a frame that is gone. */
export function isOwnPage({ sender, senderFrame }: Sender): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const { url } = senderFrame;
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}
