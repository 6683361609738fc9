// The way to the host inside the desktop window: one function that the preload script put there.
import type { Transport } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { Method } from '../../core/contract/methods.ts';
import { transportFailure } from './transportFailure.ts';

export interface Bridge {
  readonly request: (method: Method, input: unknown) => Promise<Reply<unknown>>;
}

export const createBridgeTransport =
  (bridge: Bridge): Transport =>
  async (method, input) => {
    try {
      return await bridge.request(method, input);
    } catch {
      return transportFailure('unreachable');
    }
  };
