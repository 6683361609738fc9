// A page that stops is started anew, with the plan that was shown. Where it stops again and again it comes back without the
// plan, so that whatever brings it down is not done once more.
const quickMs = 60_000;
const mostQuick = 3;

export interface CrashParts {
  /** Loads the page; with the plan that was shown, or in the library alone. */
  readonly startAnew: (how: 'asItWas' | 'library') => void;
  /** Milliseconds from any start. */
  readonly now: () => number;
}

/** Gives what is to be called when a page's process has gone, with Electron's reason. */
export function createCrashGuard({ startAnew, now }: CrashParts): (reason: string) => void {
  let crashes: readonly number[] = [];
  return (reason) => {
    if (reason === 'clean-exit') return;
    const at = now();
    crashes = [...crashes.filter((before) => at - before < quickMs), at];
    startAnew(crashes.length >= mostQuick ? 'library' : 'asItWas');
  };
}
