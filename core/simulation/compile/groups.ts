// Groups of people -> server groups: which queues they serve in which order, and with how many agents.

import { amount } from '../../plan/schema/elements.ts';
import type { Group } from '../../plan/schema/team.ts';
import { hashKey } from '../engine/streams.ts';
import type { GroupModel, LearningCurve, QueueModel } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';
import { type OrderPlan, queuesOfGroup } from './queueOrder.ts';
import type { Staffed } from './staffed.ts';
import { secondsPerDay } from './timeAxis.ts';

/** Numbers groups through the whole plan: team by team, in the order written. */
export function groupNumbering({
  teams,
}: {
  readonly teams: readonly { readonly groups: readonly unknown[] }[];
}): (team: number, group: number) => number {
  const first: number[] = [];
  let sum = 0;
  for (const team of teams) {
    first.push(sum);
    sum += team.groups.length;
  }
  return (team, group) => (first[team] as number) + group;
}

/** New people of a group and how they learn; weeks in seconds. */
const learningOf = ({ learningCurve }: Group): LearningCurve | null =>
  learningCurve === undefined
    ? null
    : {
        newShare: amount(learningCurve.newShare),
        startFactor: learningCurve.startFactor,
        seconds: learningCurve.weeks * 7 * secondsPerDay,
      };

/** How many rows of demand there are among classes: a backlog and call-backs belong to theirs, internal work to none. */
const rowsServed = (rows: readonly ClassRow[], classes: readonly number[]): number =>
  new Set(classes.flatMap((c) => rows[c]?.demandRow ?? [])).size;

/** `classesOf`: classes that can stand in each line. */
export function groupModels(
  plan: OrderPlan,
  rows: readonly ClassRow[],
  queues: readonly QueueModel[],
  classesOf: readonly ReadonlySet<number>[],
  staffed: Staffed['groups'],
  proficienciesOf: (group: Group) => Float64Array,
): GroupModel[] {
  const number = groupNumbering(plan);
  return plan.teams.flatMap((team, t) =>
    team.groups.map((group, g) => {
      const index = number(t, g);
      const { agents, presence } = staffed[index] as Staffed['groups'][number];
      const [key0, key1] = hashKey(group.streamKey ?? group.id);
      const served = queuesOfGroup(plan, rows, group, queues, index);
      return {
        id: group.id,
        team: t,
        key0,
        key1,
        queues: served,
        reservedForLive: group.reservedForLive,
        named: group.staffing.kind === 'shifts',
        agents,
        absenceShare: amount(group.unplannedAbsence),
        presence,
        proficiency: proficienciesOf(group),
        learning: learningOf(group),
        longestFirst: group.order === 'longestQueue',
        rowsServed: rowsServed(
          rows,
          served.flatMap(({ queue }) => [...(classesOf[queue] ?? [])]),
        ),
        deferredInterruptible: group.deferredInterruptible,
        resumedBySameAgent: group.resumedBySameAgent,
        leaving: group.staffing.leaving,
        randomLeavers: group.staffing.kind === 'counts' && group.staffing.leaverChoice === 'random',
      };
    }),
  );
}
