// Groups of people -> server groups: which queues they serve in which order, and their duty.

import type { Demand } from '../../plan/schema/demand.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { Group } from '../../plan/schema/team.ts';
import { hashKey } from '../engine/streams.ts';
import type { GroupModel, GroupQueue, QueueModel } from '../model/compiledModel.ts';
import type { DayRange } from './openWindows.ts';
import { presenceOf } from './presence.ts';
import { countChanges, type DutyChange, shiftChanges } from './staffing.ts';
import type { TimeAxis } from './timeAxis.ts';

/** Numbers groups through the whole plan: team by team, in the order written. */
export function groupNumbering(plan: Plan): (team: number, group: number) => number {
  const first: number[] = [];
  let sum = 0;
  for (const team of plan.teams) {
    first.push(sum);
    sum += team.groups.length;
  }
  return (team, group) => (first[team] as number) + group;
}

/** Queues of a group: live before deferred, then by priority; equal ones share a bucket and are ordered by their key. */
function queuesOf(queues: readonly QueueModel[], group: number): GroupQueue[] {
  const rank = (queue: QueueModel): number => (queue.live ? 0 : 100) + queue.priority;
  const served = queues.flatMap((queue, q) => {
    const entry = queue.entries.find((candidate) => candidate.groups.includes(group));
    return entry === undefined ? [] : [{ queue: q, afterSeconds: entry.afterSeconds, rank: rank(queue) }];
  });
  served.sort((a, b) => a.rank - b.rank || a.queue - b.queue);
  let bucket = -1;
  let last = -1;
  return served.map(({ queue, afterSeconds, rank: own }) => {
    if (own !== last) bucket += 1;
    last = own;
    return { queue, afterSeconds, bucket };
  });
}

export function groupModels(
  plan: Plan,
  queues: readonly QueueModel[],
  axis: TimeAxis,
  days: DayRange,
  horizonSeconds: number,
  changes: DutyChange[],
  proficiencyOf: (group: Group, demand: Demand) => number,
): GroupModel[] {
  const number = groupNumbering(plan);
  return plan.teams.flatMap((team, t) =>
    team.groups.map((group, g) => {
      const index = number(t, g);
      const named = group.staffing.kind === 'shifts';
      let agents = 0;
      if (named) {
        const duty = shiftChanges(plan, team, group, index, axis, days);
        changes.push(...duty.changes);
        agents = duty.agents;
      } else {
        const steps = countChanges(plan, team, group, index, axis, days, horizonSeconds);
        changes.push(...steps);
        agents = steps.reduce((most, step) => Math.max(most, Math.ceil(step.value)), 0);
      }
      const [key0, key1] = hashKey(group.streamKey ?? group.id);
      return {
        id: group.id,
        team: t,
        key0,
        key1,
        queues: queuesOf(queues, index),
        reservedForLive: group.reservedForLive,
        named,
        agents,
        absenceShare: amount(group.unplannedAbsence),
        presence: presenceOf(plan, team, group, axis, days),
        proficiency: Float64Array.from(plan.demand, (demand) => proficiencyOf(group, demand)),
      };
    }),
  );
}
