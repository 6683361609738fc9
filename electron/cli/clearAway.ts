type Clear = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back what has been left behind, some 20 to 80 ms; to be called where much has, and others are at work meanwhile. Nothing where
 * the program was started without it (electron/start/leanMemory.mjs).
 */
export const clearAway = (): void =>
  (globalThis as { readonly gc?: Clear }).gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
