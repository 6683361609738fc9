// Writes down what every line met in one step of time, day by day where quiet and busy days differ.

import type { Front } from '../../evaluate/front.ts';
import { nextOf } from '../../evaluate/network.ts';
import type { WalkState } from '../../evaluate/walk.ts';
import type {
  BegunSeen,
  CountedSeen,
  LiveSeen,
  PromisedSeen,
  WaitingSeen,
  Witness,
} from '../../evaluate/witness.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import { outcomeKind } from '../../simulation/model/compiledModel.ts';

/** One walk through time, at the step that is looked at. */
export interface SeenDay {
  readonly factor: number;
  readonly weight: number;
  readonly state: WalkState;
  readonly front: Front;
  readonly joining: Float64Array;
  readonly load: Float64Array;
  /** Load of each line at the start of the step; not a number in the first step. */
  readonly loadBefore: Float64Array;
  readonly live: Map<number, LiveSeen>;
  readonly counted: Map<number, CountedSeen>;
  /** By `line/promise`. */
  /** Part by part, see `LinePromise`. */
  readonly promised: Map<string, PromisedSeen[]>;
  readonly waiting: Map<number, WaitingSeen>;
  /** Who came in the step and begins then or later. */
  readonly begun: Map<number, BegunSeen[]>;
  readonly handled: Map<number, number>;
}

export class LineWitness implements Witness {
  readonly days: SeenDay[] = [];
  readonly step: number;

  constructor(step: number) {
    this.step = step;
  }

  private get day(): SeenDay {
    return this.days.at(-1) as SeenDay;
  }

  begin(state: WalkState, front: Front, factor: number, weight: number): void {
    const size = state.network.lines.length;
    this.days.push({
      ...{ factor, weight, state, front },
      joining: new Float64Array(size),
      load: new Float64Array(size),
      loadBefore: new Float64Array(size).fill(Number.NaN),
      live: new Map(),
      counted: new Map(),
      promised: new Map(),
      waiting: new Map(),
      begun: new Map(),
      handled: new Map(),
    });
  }

  live(seen: LiveSeen): void {
    if (seen.step === this.step) this.day.live.set(seen.line, seen);
  }

  counted(seen: CountedSeen): void {
    if (seen.step === this.step) this.day.counted.set(seen.line, seen);
  }

  promised(seen: PromisedSeen): void {
    if (seen.step !== this.step) return;
    const key = `${seen.line}/${seen.promise}`;
    const known = this.day.promised.get(key);
    if (known === undefined) this.day.promised.set(key, [seen]);
    else known.push(seen);
  }

  waiting(seen: WaitingSeen): void {
    if (seen.step === this.step) this.day.waiting.set(seen.line, seen);
  }

  begun(seen: BegunSeen): void {
    if (seen.cameInStep !== this.step) return;
    const known = this.day.begun.get(seen.line);
    if (known === undefined) this.day.begun.set(seen.line, [seen]);
    else known.push(seen);
  }

  handled(step: number, line: number, contacts: number): void {
    if (step === this.step) this.day.handled.set(line, contacts);
  }

  ended(step: number, lines?: readonly number[]): void {
    const { state, joining, load, loadBefore } = this.day;
    const all = lines ?? state.network.lines.map((_, l) => l);
    for (const l of all) {
      if (step === this.step - 1) loadBefore[l] = state.loadNow[l] as number;
      if (step !== this.step) continue;
      joining[l] = state.joining[l] as number;
      load[l] = state.load[l] as number;
    }
  }
}

/** What a line adds to a sum in the step of a day; null where lines do not tell it apart. */
export function amountOf(day: SeenDay, line: number, name: QuantityName, promise: number): number | null {
  const seen = day.counted.get(line);
  const parts = day.begun.get(line) ?? [];
  const started = parts.reduce((sum, { contacts }) => sum + contacts, 0);
  const waited = parts.reduce((sum, { contacts, waitSeconds }) => sum + contacts * waitSeconds, 0);
  switch (name) {
    case 'answered':
      return (seen === undefined ? 0 : seen.came * seen.answered) + started;
    case 'abandoned':
      return seen === undefined ? 0 : seen.came * seen.left;
    case 'blocked':
      return seen === undefined ? 0 : seen.came * seen.blocked;
    case 'waitSeconds':
      return (seen === undefined ? 0 : seen.came * seen.wait) + waited;
    case 'answerWaitSeconds':
      return (seen === undefined ? 0 : seen.came * seen.answered * seen.answerWait) + waited;
    case 'visits':
      return day.joining[line] as number;
    case 'offeredWorkSeconds':
      return (day.joining[line] as number) * (day.state.network.lines[line]?.nominalSeconds ?? 0);
    case 'queueSeconds': {
      const stood = day.waiting.get(line);
      const length = day.state.steps.seconds;
      const standing =
        stood === undefined
          ? 0
          : (stood.before + (stood.came - stood.begun) / 2) * length +
            stood.begun * stood.late.share * stood.late.seconds;
      return (seen === undefined ? 0 : seen.came * seen.wait) + standing;
    }
    case 'firstResponseSeconds': {
      const found = day.state.network.lines[line];
      const entry = day.state.model.classes[found?.classIndex ?? -1];
      if (found === undefined || entry === undefined || entry.firstStage !== found.stage) return 0;
      const live =
        seen === undefined || !entry.answeredAtBegin ? 0 : seen.came * seen.answered * seen.answerWait;
      const before = day.state.rows.before[line] as number;
      const came = seen === undefined || !entry.answeredAtBegin ? 0 : seen.came * seen.answered * before;
      return live + came + waited + started * (before + (entry.answeredAtBegin ? 0 : found.spanSeconds));
    }
    case 'resolved':
    case 'resolvedForGood':
    case 'escalated':
    case 'toLead':
    case 'otherDepartment':
    case 'transfers':
      return (day.handled.get(line) ?? 0) * outcomeShare(day.state, line, name);
    case 'counted':
    case 'met': {
      const shares = day.promised.get(`${line}/${promise}`) ?? [];
      const came = day.joining[line] as number;
      const ofLive = shares.reduce((sum, one) => sum + came * one.weight * one[name], 0);
      const isPromised = (day.state.promisesOf[line] ?? []).some((one) => one.promise === promise);
      if (!isPromised) return ofLive;
      const later =
        name === 'met'
          ? parts.reduce((sum, one) => sum + one.contacts * keptOf(day, line, promise, one), 0)
          : started;
      return ofLive + later;
    }
    default:
      return null;
  }
}

/** Share of contacts that begin together for whom a promise is kept. */
export const keptOf = ({ state }: SeenDay, line: number, promise: number, { kept }: BegunSeen): number =>
  (state.promisesOf[line] ?? []).reduce(
    (sum, one, at) => sum + (one.promise === promise ? one.weight * (kept[at] as number) : 0),
    0,
  );

/** Share of the handlings of a line that end so. */
export function outcomeShare(
  { model, network }: WalkState,
  l: number,
  name: 'resolved' | 'resolvedForGood' | 'escalated' | 'toLead' | 'otherDepartment' | 'transfers',
): number {
  const line = network.lines[l];
  if (line === undefined) return 0;
  const isPassing = (model.stages[line.stage]?.nextStage ?? -1) !== -1;
  const nexts = nextOf(model, line.stage, line.pair);
  const shareOf = (fits: (kind: number) => boolean): number =>
    nexts.reduce((sum, next) => sum + (fits(next.kind) ? next.share : 0), 0);
  const pair = model.pairs[line.pair] ?? null;
  switch (name) {
    case 'transfers':
      return shareOf((kind) => kind !== 0 && kind !== outcomeKind.otherDepartment);
    case 'otherDepartment':
      return shareOf((kind) => kind === outcomeKind.otherDepartment);
    case 'toLead':
      return shareOf((kind) => kind === outcomeKind.toLead);
    case 'escalated':
      return shareOf((kind) => kind === outcomeKind.escalated || kind === outcomeKind.recognised);
    default:
      if (isPassing || line.isInternal) return 0;
      return (pair?.resolvedBelow ?? 1) * (name === 'resolved' ? 1 : 1 - (pair?.returnShare ?? 0));
  }
}
