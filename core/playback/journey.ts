// The journey of one contact, over all traces that tell of it.
import type { PlaybackTrace, TraceContact } from '../measures/trace.ts';

/** Names a contact across traces: its numbers in their lists differ. */
export const contactKey = ({ demand, channel, ordinal, generation }: TraceContact): string =>
  JSON.stringify([demand, channel, ordinal, generation]);

export interface JourneyStepTold {
  readonly atSeconds: number;
  readonly step: string;
  /** Id of the team, where the step has one. */
  readonly team: string | null;
  /** Until the next step; null for the last one. */
  readonly lastsSeconds: number | null;
}

export interface ToldJourney {
  readonly steps: readonly JourneyStepTold[];
  /** It came before the first trace begins: earlier steps are not known. */
  readonly beganBefore: boolean;
  readonly leftAtSeconds: number | null;
}

const atTeam: ReadonlySet<string> = new Set(['wait', 'moved']);
const atGroup: ReadonlySet<string> = new Set([
  'answer',
  'interrupted',
  'talkEnd',
  'tried',
  'callBackFailed',
  'held',
]);

/** In order; traces that follow each other without a gap. Null where none knows the contact. */
export function journeyTold(traces: readonly PlaybackTrace[], key: string): ToldJourney | null {
  const found: { atSeconds: number; step: string; team: string | null }[] = [];
  let beganBefore = false;
  let leftAtSeconds: number | null = null;
  for (const { contacts, teams, groups, start, events, toSeconds } of traces) {
    const contact = contacts.findIndex((one) => contactKey(one) === key);
    if (contact === -1) continue;
    const teamOf = (step: string, where: number): string | null => {
      if (atTeam.has(step)) return teams[where] ?? null;
      return atGroup.has(step) ? (teams[groups[where]?.team ?? -1] ?? null) : null;
    };
    const add = (atSeconds: number, step: string, where: number): void => {
      found.push({ atSeconds, step, team: teamOf(step, where) });
    };
    const flight = start.inFlight.find((one) => one.contact === contact);
    if (flight !== undefined && found.length === 0) {
      beganBefore = flight.step !== 'arrive';
      add(flight.sinceSeconds, flight.step, flight.where);
    }
    const next = traces[traces.findIndex((one) => one.toSeconds === toSeconds) + 1];
    for (const event of events) {
      // The instant at which a trace ends is told by the one after it.
      if (next !== undefined && event[1] >= next.fromSeconds) break;
      if (event[0] === 'step' && event[2] === contact) add(event[1], event[3], event[4]);
      else if (event[0] === 'gone' && event[2] === contact) leftAtSeconds = event[1];
    }
  }
  if (found.length === 0) return null;
  const steps = found.map((one, place) => {
    const end = found[place + 1]?.atSeconds ?? leftAtSeconds;
    return { ...one, lastsSeconds: end === null ? null : end - one.atSeconds };
  });
  return { steps, beganBefore, leftAtSeconds };
}
