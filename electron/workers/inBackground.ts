import { constants, getPriority, setPriority } from 'node:os';
import type { StartIsolate } from './isolate.ts';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

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
        setPriority(isolate.processId, Math.min(PRIORITY_LOW, getPriority() + PRIORITY_BELOW_NORMAL));
    } catch {
      // It is gone again, or the system does not allow it: then it works as all others do.
    }
    return isolate;
  };
