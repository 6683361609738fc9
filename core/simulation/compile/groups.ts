// Groups of people -> server groups: which queues they serve in which order, and with how many agents.

import { amount } from '../../plan/schema/elements.ts';
import type { Group, Team } from '../../plan/schema/team.ts';
import { factsOf, matches } from '../../plan/serving.ts';
import { hashKey } from '../engine/streams.ts';
import type { GroupModel, LearningCurve } from '../model/compiledModel.ts';
import type { ClassRow } from './classRows.ts';
import type { KeptEach } from './kept.ts';
import { type OrderPlan, queuesOfGroup } from './queueOrder.ts';
import type { Staffed } from './staffed.ts';
import { secondsPerDay } from './timeAxis.ts';
import type { Ways } from './ways.ts';

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

/** What the groups of a plan stand on, beside themselves. */
export interface GroupGrounds {
  readonly ways: Ways;
  readonly rows: readonly ClassRow[];
  readonly internalClasses: number;
  readonly staffed: Staffed['groups'];
}

/** A group of which nothing changed is the model that it was. */
export function groupModels(
  teams: readonly Team[],
  plan: OrderPlan,
  grounds: GroupGrounds,
  kept: KeptEach<GroupModel>,
): GroupModel[] {
  const number = groupNumbering({ teams });
  kept.end(grounds.staffed.length);
  return teams.flatMap((team, t) =>
    team.groups.map((group, g) => {
      const index = number(t, g);
      const { ways, rows, internalClasses, staffed } = grounds;
      const own = staffed[index] as Staffed['groups'][number];
      const parts = [group, t, own, ways, rows, plan.demand, internalClasses];
      return kept.at(index, parts, () => groupModel(group, { team: t, index }, plan, grounds));
    }),
  );
}

function groupModel(
  group: Group,
  { team, index }: { readonly team: number; readonly index: number },
  plan: OrderPlan,
  { ways, rows, internalClasses, staffed }: GroupGrounds,
): GroupModel {
  const { agents, presence } = staffed[index] as Staffed['groups'][number];
  const [key0, key1] = hashKey(group.streamKey ?? group.id);
  const served = queuesOfGroup(plan, rows, group, ways.queues, index);
  const proficiency = new Float64Array(rows.length + internalClasses).fill(1);
  if (group.proficiency.length > 0)
    rows.forEach((row, c) => {
      const facts = factsOf(plan, row.demand);
      proficiency[c] = group.proficiency.find((entry) => matches(entry.when, facts))?.factor ?? 1;
    });
  return {
    id: group.id,
    team,
    key0,
    key1,
    queues: served,
    reservedForLive: group.reservedForLive,
    named: group.staffing.kind === 'shifts',
    agents,
    absenceShare: amount(group.unplannedAbsence),
    presence,
    proficiency,
    learning: learningOf(group),
    longestFirst: group.order === 'longestQueue',
    rowsServed: rowsServed(
      rows,
      served.flatMap(({ queue }) => [...(ways.classesOf[queue] ?? [])]),
    ),
    deferredInterruptible: group.deferredInterruptible,
    resumedBySameAgent: group.resumedBySameAgent,
    leaving: group.staffing.leaving,
    randomLeavers: group.staffing.kind === 'counts' && group.staffing.leaverChoice === 'random',
  };
}
