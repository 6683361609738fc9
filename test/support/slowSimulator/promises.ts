// The promises of a contact as its queue sees them: when the earliest one falls due.
import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import { matches } from '../../../core/plan/serving.ts';
import type { Contact } from './contacts.ts';
import { always, openWindows, type Window } from './openTimes.ts';
import type { World } from './world.ts';

/** The windows in which the clock of a promise runs: its calendar, else the hours of the team of the first stage. */
export function clockWindows(world: World, contact: Contact, promise: PlanPromise): readonly Window[] {
  if (promise.measuredIn === 'elapsed') return always;
  if (promise.calendar === undefined) return world.teamOpen[firstTeam(world, contact)] ?? always;
  const calendar = world.plan.calendars.find((candidate) => candidate.id === promise.calendar);
  const { axis, lastDay } = world;
  return openWindows(calendar, axis, world.plan.locale.timeZone, axis.firstDay - 2, lastDay);
}

const firstTeam = (world: World, contact: Contact): number => world.stages.first(contact).homeTeam;

/** The moment at which so many open seconds have passed since a moment. */
function afterOpenSeconds(windows: readonly Window[], from: number, seconds: number): number {
  let left = seconds;
  for (const window of windows) {
    const start = Math.max(from, window.from);
    if (window.to <= start) continue;
    if (start + left <= window.to) return start + left;
    left -= window.to - start;
  }
  return Number.POSITIVE_INFINITY;
}

/** The earliest moment at which a promise about this contact falls due; infinity for none. */
export function deadlineOf(world: World, contact: Contact): number {
  const due = world.plan.promises
    .filter((promise) => promise.clock !== 'wait' && matches(promise.applies, contact.facts))
    .map((promise) => {
      const from = promise.clock === 'resolution' ? contact.firstReachedAt : contact.reachedAt;
      return afterOpenSeconds(clockWindows(world, contact, promise), from, promise.targetSeconds);
    });
  return Math.min(Number.POSITIVE_INFINITY, ...due);
}
