// Follows every contact through a journal: where each one is after every step, that no step is impossible from there, and
// that at every instant those who came are those who left and those who are somewhere.
import type { JournalEntry, JourneyStep } from '../../core/simulation/index.ts';

export type Place = 'under way' | 'waiting' | 'with an agent' | 'left';

/** Where a step brings a contact; steps that move nobody are absent. */
const placeAfter: Partial<Record<JourneyStep, Place>> = {
  arrive: 'under way',
  deflected: 'left',
  channel: 'under way',
  contained: 'left',
  bounced: 'left',
  turnedAway: 'left',
  blocked: 'left',
  balked: 'left',
  wait: 'waiting',
  answer: 'with an agent',
  tried: 'with an agent',
  interrupted: 'waiting',
  talkEnd: 'under way',
  callBackFailed: 'under way',
  abandon: 'left',
  disconnected: 'left',
  redial: 'under way',
  escalated: 'under way',
  toLead: 'under way',
  otherDepartment: 'under way',
  resolved: 'left',
  callBackAccepted: 'under way',
  moved: 'under way',
  unreached: 'left',
};

/** From where a step may come; steps that are not listed may come from any place but outside. */
const placesBefore: Partial<Record<JourneyStep, readonly Place[]>> = {
  deflected: ['under way'],
  contained: ['under way'],
  bounced: ['under way'],
  turnedAway: ['under way'],
  blocked: ['under way'],
  balked: ['under way'],
  wait: ['under way', 'waiting'],
  answer: ['under way', 'waiting'],
  tried: ['under way', 'waiting'],
  interrupted: ['with an agent'],
  talkEnd: ['with an agent'],
  callBackFailed: ['with an agent'],
  abandon: ['waiting'],
  disconnected: ['waiting', 'under way'],
  redial: ['left'],
  resolved: ['under way', 'with an agent'],
  callBackAccepted: ['under way', 'waiting'],
};

export interface Followed {
  /** How each contact ended or where it is: its last step. */
  readonly last: ReadonlyMap<string, JournalEntry>;
  readonly places: Readonly<Record<Place, number>>;
  /** When each contact came. */
  readonly came: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  /** Instants at which the balance was looked at. */
  readonly checkpoints: number;
}

export const keyOf = ({ classIndex, ordinal, generation }: JournalEntry): string =>
  `${classIndex} ${ordinal} ${generation}`;

/** Follows the steps in their order of time; among simultaneous ones in the order in which they were written. */
export function follow(entries: readonly JournalEntry[]): Followed {
  const at = new Map<string, Place>();
  const last = new Map<string, JournalEntry>();
  const places: Record<Place, number> = { 'under way': 0, waiting: 0, 'with an agent': 0, left: 0 };
  const faults: string[] = [];
  const came = new Map<string, number>();
  let checkpoints = 0;
  let now = 0;
  for (const entry of entries.toSorted((a, b) => a.atSeconds - b.atSeconds)) {
    if (entry.atSeconds > now) {
      const sum = Object.values(places).reduce((all, count) => all + count, 0);
      if (sum !== came.size) faults.push(`${came.size} came and ${sum} are somewhere at ${now} s`);
      checkpoints += 1;
      now = entry.atSeconds;
    }
    const key = keyOf(entry);
    const before = at.get(key);
    const after = placeAfter[entry.step];
    if (!Number.isFinite(entry.atSeconds)) faults.push(`${key}: ${entry.step} at ${entry.atSeconds}`);
    if (after === undefined) continue;
    const allowed = placesBefore[entry.step];
    // Who is handed over by an agent that leaves, stands before the line anew.
    const isAnew = last.get(key)?.step === 'interrupted' && allowed?.includes('under way') === true;
    if (before !== undefined && allowed !== undefined && !allowed.includes(before) && !isAnew)
      faults.push(`${key}: ${entry.step} from ${before} at ${entry.atSeconds} s`);
    if (before === undefined) came.set(key, entry.atSeconds);
    else places[before] -= 1;
    places[after] += 1;
    at.set(key, after);
    last.set(key, entry);
  }
  return { last, places, came, faults, checkpoints };
}
