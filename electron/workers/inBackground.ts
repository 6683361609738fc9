import { constants, setPriority } from 'node:os';
import type { StartIsolate } from './isolate.ts';

/**
 * As `start`, but a process yields to all others: a simulation that fills every core must hold up neither the window nor the answers by
 * formula. A thread has the priority of its process.
 */
export const inBackground =
  (start: StartIsolate): StartIsolate =>
  (file, events) => {
    const isolate = start(file, events);
    try {
      if (isolate.processId !== undefined)
        setPriority(isolate.processId, constants.priority.PRIORITY_BELOW_NORMAL);
    } catch {
      // It is gone again, or the system does not allow it: then it works as all others do.
    }
    return isolate;
  };
