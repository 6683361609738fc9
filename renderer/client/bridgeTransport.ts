// The way to the host and to the window itself inside the desktop window: two functions that the preload script put there.
import type { Transport } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { Method } from '../../core/contract/methods.ts';
import type { Shell, ShellInput, ShellMethod, ShellOutputs } from '../../core/contract/shellMethods.ts';
import { transportFailure } from './transportFailure.ts';

export interface Bridge {
  readonly request: (method: Method, input: unknown) => Promise<Reply<unknown>>;
  readonly shell: (method: ShellMethod, input: unknown) => Promise<Reply<unknown>>;
}

export const createBridgeTransport =
  (bridge: Pick<Bridge, 'request'>): Transport =>
  async (method, input) => {
    try {
      return await bridge.request(method, input);
    } catch {
      return transportFailure('unreachable');
    }
  };

/** The window's own dialogs, menu and printing. */
export const createBridgeShell = (bridge: Bridge): Shell => ({
  call: async <M extends ShellMethod>(method: M, input: ShellInput<M>) => {
    try {
      return (await bridge.shell(method, input)) as Reply<ShellOutputs[M]>;
    } catch {
      return transportFailure('unreachable');
    }
  },
});
