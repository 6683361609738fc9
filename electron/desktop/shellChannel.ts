// The second channel of the window: its own dialogs, menu and printing. Guarded and decoded like the first.
import type { IpcMain } from 'electron';
import type { Reply } from '../../core/contract/failures.ts';
import {
  type DecodedShellInput,
  type ShellMethod,
  type ShellOutputs,
  shellMethods,
} from '../../core/contract/shellMethods.ts';
import { decodeBy } from '../host/decodeInput.ts';
import { type ErrorLog, logged } from '../host/errorLog.ts';
import { isOwnPage } from './requestChannel.ts';

export const shellChannel = 'saff:shell';

export type ShellHandlers = {
  readonly [M in ShellMethod]: (input: DecodedShellInput<M>) => Promise<Reply<ShellOutputs[M]>>;
};

export function answerShell(ipcMain: IpcMain, handlers: ShellHandlers, log: ErrorLog): void {
  ipcMain.handle(shellChannel, async (event, method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event)) return { ok: false, failure: { code: 'forbiddenOrigin', params: {} } };
    if (!isShellMethod(method)) {
      const params = { method: String(method).slice(0, 64) };
      return { ok: false, failure: { code: 'unknownMethod', params } };
    }
    const decoded = decodeBy(shellMethods[method].input, input);
    if (!decoded.ok)
      return { ok: false, failure: { code: 'invalidInput', params: { method }, faults: decoded.failure } };
    try {
      return await (handlers[method] as (input: unknown) => Promise<Reply<unknown>>)(decoded.value);
    } catch (error) {
      return { ok: false, failure: { code: 'internal', params: { errorId: logged(log, error) } } };
    }
  });
}

const isShellMethod = (method: unknown): method is ShellMethod =>
  typeof method === 'string' && Object.hasOwn(shellMethods, method);
