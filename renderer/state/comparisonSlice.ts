// Plans side by side, asked of the host: scenarios of the shown plan, or the shown plan against what sliders make of it. A question
// runs until it is answered, another takes its place, or it is ended.
import type { Failure } from '../../core/contract/failures.ts';
import type { Input } from '../../core/contract/methods.ts';
import type { Comparison } from '../../core/measures/comparison.ts';
import type { SliceParts } from './session.ts';

type AskedStudy = Input<'study.start'>['asked'];
export type AskedComparison = Omit<Extract<AskedStudy, { readonly study: 'compare' }>, 'study'>;

/** Each place of the window that compares has one question of its own. */
export const comparisonPlaces = ['scenarios', 'formula', 'quick'] as const;
export type ComparisonPlace = (typeof comparisonPlaces)[number];

export interface ShownComparison {
  /** The text of the plan that was asked about: another one makes the answer an old one. */
  readonly text: string;
  /** Null until there is one; the last stays while the next is worked out. */
  readonly result: Comparison | null;
  readonly isRunning: boolean;
  readonly doneFraction: number;
  readonly failure: Failure | null;
}

export interface ComparisonSlice {
  readonly comparisons: Readonly<Partial<Record<ComparisonPlace, ShownComparison>>>;
  readonly compare: (place: ComparisonPlace, text: string, asked: AskedComparison) => Promise<void>;
  /** Ends what runs; with `forget` what was found goes, too. */
  readonly endComparison: (place: ComparisonPlace, forget?: boolean) => void;
}

export const noComparisons = { comparisons: {} } as const;

const triesMs = 300;
const mostTries = 40;

export function createComparisons({ client, set, get }: SliceParts): ComparisonSlice {
  const asking = new Map<ComparisonPlace, number>();
  const runs = new Map<ComparisonPlace, string>();

  const change = (place: ComparisonPlace, part: Partial<ShownComparison>): void => {
    const before = get().comparisons[place] ?? nothing;
    set({ comparisons: { ...get().comparisons, [place]: { ...before, ...part } } });
  };
  const leave = (place: ComparisonPlace): number => {
    const run = runs.get(place);
    if (run !== undefined) void client.call('study.cancel', { run });
    runs.delete(place);
    const mine = (asking.get(place) ?? 0) + 1;
    asking.set(place, mine);
    return mine;
  };

  /** A host does few studies at a time: one waits for its turn. */
  const start = async (text: string, asked: AskedStudy, isWanted: () => boolean) => {
    for (let tries = 1; ; tries += 1) {
      const started = await client.call('study.start', { text, asked });
      if (started.ok || started.failure.code !== 'tooManyRuns' || tries === mostTries || !isWanted())
        return started;
      await new Promise((settle) => setTimeout(settle, triesMs));
    }
  };

  return {
    ...noComparisons,
    compare: async (place, text, asked) => {
      const mine = leave(place);
      const isWanted = (): boolean => asking.get(place) === mine;
      change(place, { text, isRunning: true, doneFraction: 0, failure: null });
      const started = await start(text, { ...asked, study: 'compare' }, isWanted);
      if (!started.ok) {
        if (isWanted()) change(place, { isRunning: false, failure: started.failure });
        return;
      }
      const { run } = started.value;
      if (!isWanted()) return void client.call('study.cancel', { run });
      runs.set(place, run);
      for (let after = -1; ; ) {
        const reply = await client.call('study.next', { run, after });
        if (!isWanted()) return;
        if (!reply.ok) return change(place, { isRunning: false, failure: reply.failure });
        const { state, sequence, stepsDone, stepsExpected, finding, failure } = reply.value;
        after = sequence;
        if (state === 'running') {
          change(place, { doneFraction: Math.min(1, stepsDone / Math.max(1, stepsExpected)) });
          continue;
        }
        runs.delete(place);
        const result = finding?.study === 'compare' ? finding.value : null;
        change(place, {
          ...(result !== null && { result }),
          ...{ isRunning: false, failure: state === 'failed' ? failure : null },
        });
        return;
      }
    },
    endComparison: (place, forget = false) => {
      leave(place);
      const { [place]: shown, ...rest } = get().comparisons;
      if (shown === undefined) return;
      if (forget) set({ comparisons: rest });
      else change(place, { isRunning: false });
    },
  };
}

const nothing: ShownComparison = { text: '', result: null, isRunning: false, doneFraction: 0, failure: null };
