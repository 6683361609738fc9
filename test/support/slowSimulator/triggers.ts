// What waiting itself brings about: a greater priority, or another team's line.
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { matches } from '../../../core/plan/serving.ts';
import { rank } from './agenda.ts';
import { type Contact, isInternal } from './contacts.ts';
import { release } from './handling.ts';
import { factsInLine } from './order.ts';
import { instantOfAge } from './promises.ts';
import { comeToStage, endWaiting, type WaitingContact } from './queues.ts';
import type { Stage } from './stages.ts';
import type { World } from './world.ts';

type Trigger = Plan['waitingTriggers'][number];

function raise(world: World, contact: Contact, { raisePriorityTo, atAttempt }: Trigger): void {
  if (raisePriorityTo === undefined || raisePriorityTo >= contact.priority) return;
  world.mark(atAttempt === undefined ? 'priority raised by age' : 'priority raised by attempt');
  contact.priority = raisePriorityTo;
  world.note(contact, 'priorityRaised');
}

/** The line to which the trigger moves the contact; undefined: it leaves it where it stands. */
function moved(
  world: World,
  contact: Contact,
  stage: Stage,
  { moveTo, atAttempt }: Trigger,
): Stage | undefined {
  if (moveTo === undefined || world.plan.teams[stage.homeTeam]?.id === moveTo.team) return undefined;
  const target = world.stages.namedTeam(moveTo.team, contact.facts, 'hierarchical');
  world.mark(atAttempt === undefined ? 'moved by age' : 'moved by attempt');
  world.note(contact, 'moved', target.homeTeam);
  return target;
}

/** Where a contact comes that has tried so often: triggers by attempt, asked before an agent is looked for. */
export function stageAtAttempt(world: World, contact: Contact, stage: Stage): Stage {
  for (const trigger of world.plan.waitingTriggers) {
    const { atAttempt, when } = trigger;
    if (atAttempt === undefined || contact.attempt + 1 < atAttempt) continue;
    if (!matches(when, factsInLine(world, contact, stage))) continue;
    raise(world, contact, trigger);
    const target = moved(world, contact, stage, trigger);
    if (target !== undefined) return target;
  }
  return stage;
}

/** Plans what happens to a waiting contact when a promise has come of age; each trigger at most once a place. */
export function watchAge(world: World, place: WaitingContact): void {
  const { contact, stage } = place;
  if (isInternal(contact)) return;
  for (const [number, trigger] of world.plan.waitingTriggers.entries()) {
    const share = trigger.afterShareOfPromise;
    if (share === undefined || place.triggered.has(number)) continue;
    if (!matches(trigger.when, factsInLine(world, contact, stage))) continue;
    const at = Math.max(world.now, instantOfAge(world, place, share));
    const happens = (): void => {
      place.triggered.add(number);
      raise(world, contact, trigger);
      const target = moved(world, contact, stage, trigger);
      if (target === undefined) return;
      endWaiting(world, place);
      release(world, contact);
      world.atEndOfInstant(contact, () => comeToStage(world, contact, target, { isHandOver: true }));
    };
    place.events.push(world.agenda.plan(at, rank.timer, contact, happens));
  }
}
