// The promises of a contact as its queue sees them: which are still open, and when the earliest one falls due.

import { isLive } from '../../../core/plan/schema/channel.ts';
import type { PlanPromise } from '../../../core/plan/schema/flow.ts';
import { matches } from '../../../core/plan/serving.ts';
import { type Contact, isInternal } from './contacts.ts';
import { always, openSeconds, type Window } from './openTimes.ts';
import { factsInLine } from './order.ts';
import type { WaitingContact } from './queues.ts';
import type { World } from './world.ts';

/** The windows in which the clock of a promise runs: its calendar, else the hours of the home team. */
function clockWindows(world: World, promise: PlanPromise, homeTeam: number): readonly Window[] {
  if (promise.measuredIn === 'elapsed') return always;
  return promise.calendar === undefined
    ? (world.teamClock[homeTeam] ?? always)
    : world.calendarClock(promise.calendar);
}

const firstTeam = (world: World, contact: Contact): number => world.stages.home(contact).homeTeam;

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

function isOpen({ clock, firstResponseAt }: PlanPromise, contact: Contact): boolean {
  if (clock === 'resolution') return true;
  if (clock === 'wait') return false;
  const byBeginning =
    isLive(contact.channel) || contact.channel.kind === 'callBack' || firstResponseAt === 'begin';
  return byBeginning ? contact.answeredAt === undefined : !contact.isHandled;
}

/** When so large a share of the target has passed on the clock of a promise about the whole contact. */
function dueAt(
  world: World,
  contact: Contact,
  promise: PlanPromise,
  share: number,
  firstReachedAt = contact.firstReachedAt,
): number {
  const windows = clockWindows(world, promise, firstTeam(world, contact));
  const from = promise.clock === 'resolution' ? firstReachedAt : contact.reachedAt;
  const pauses = promise.pausesInOtherDepartment ? contact.pauses : [];
  const paused = pauses.reduce((sum, pause) => sum + openSeconds(windows, pause.from, pause.to), 0);
  if (paused > 0) world.mark('pause of a promise');
  return afterOpenSeconds(windows, from, share * promise.targetSeconds + paused);
}

const earliest = (times: readonly number[]): number => Math.min(Number.POSITIVE_INFINITY, ...times);

/** The earliest moment at which a promise that is still open for this contact falls due; infinity for none. */
export function deadlineOf(world: World, contact: Contact): number {
  if (isInternal(contact)) return Number.POSITIVE_INFINITY;
  const open = world.plan.promises.filter(
    (promise) => isOpen(promise, contact) && matches(promise.applies, contact.facts),
  );
  const due = earliest(open.map((promise) => dueAt(world, contact, promise, 1)));
  const fromLast = earliest(open.map((promise) => dueAt(world, contact, promise, 1, contact.reachedAt)));
  if (due !== fromLast) world.mark('deadline of an earlier attempt');
  return due;
}

/** The earliest moment at which a share of a target has passed on an open promise, that of this wait included. */
export function instantOfAge(world: World, place: WaitingContact, share: number): number {
  const { contact, stage } = place;
  const whole = world.plan.promises
    .filter((promise) => isOpen(promise, contact) && matches(promise.applies, contact.facts))
    .map((promise) => dueAt(world, contact, promise, share));
  const waits = world.plan.promises
    .filter(({ clock, applies }) => clock === 'wait' && matches(applies, factsInLine(world, contact, stage)))
    .map((promise) => {
      const windows = clockWindows(world, promise, firstTeam(world, contact));
      return afterOpenSeconds(windows, place.enteredAt, share * promise.targetSeconds);
    });
  if (earliest(waits) < earliest(whole)) world.mark('wait promise of age');
  return earliest([...whole, ...waits]);
}
