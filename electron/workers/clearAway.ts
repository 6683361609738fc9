// What has been left behind is given back where the program was started for it (electron/start/leanMemory.mjs); elsewhere these do
// nothing, and the engine clears away when it thinks fit.
type Clear = (how: {
  readonly type: 'major';
  readonly execution: 'sync';
  readonly flavor: 'last-resort' | 'regular';
}) => void;

const clear = (flavor: 'last-resort' | 'regular'): void =>
  (globalThis as { readonly gc?: Clear }).gc?.({ type: 'major', execution: 'sync', flavor });

/** All of it, some 20 to 80 ms; to be called where much has, and others are at work meanwhile. */
export const clearAway = (): void => clear('last-resort');

const clearEveryMs = 2000;

/** To be called now and then by who works long and leaves little behind: clears it away, some 5 to 10 ms, when some time has passed. */
export function createSweep(): () => void {
  let clearedAt = performance.now();
  return () => {
    if (performance.now() - clearedAt < clearEveryMs) return;
    clear('regular');
    clearedAt = performance.now();
  };
}
