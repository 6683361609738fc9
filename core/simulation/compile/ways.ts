// Everything about where contacts of each class can go, and by which laws: it rests on the parts of a plan that say who serves whom,
// and on the facts of its demand, so that edits of people, volumes and promises leave it as it is.
import type { OtherWork } from '../../plan/otherWork.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { demandParts, type ServedPlan, servedParts } from '../../plan/servedPlan.ts';
import type { ConcurrencyTable, PairModel, QueueModel, StageModel } from '../model/compiledModel.ts';
import { type ClassFacts, classFacts } from './classes.ts';
import type { WayRow } from './classRows.ts';
import { FlowBuilder } from './flows.ts';
import { groupNumbering } from './groups.ts';
import { pieceLaw } from './internalWork.ts';
import { withInterruptions } from './interruptions.ts';
import { LawTable } from './lawTable.ts';
import { withSameLines } from './sameLines.ts';

export interface Ways {
  readonly laws: LawTable['rows'];
  readonly stages: readonly StageModel[];
  readonly pairs: readonly (PairModel | null)[];
  readonly queues: readonly QueueModel[];
  /** Classes that can stand in each line. */
  readonly classesOf: readonly ReadonlySet<number>[];
  readonly concurrency: readonly ConcurrencyTable[];
  /** By row: the stage whose team the contacts belong to, behind a dispatcher. */
  readonly homeStages: readonly number[];
  /** By row: what a class is, but for how many come and when. */
  readonly facts: readonly ClassFacts[];
  /** By piece of other work. */
  readonly internalStages: readonly number[];
  readonly revisits: boolean;
}

/** All that `waysOf` looks at, for who compares two plans by identity. */
export const waysParts = (
  plan: ServedPlan,
  rows: readonly WayRow[],
  works: readonly OtherWork[],
): unknown[] => [
  ...servedParts(plan),
  ...demandParts(rows.map(({ demand }) => demand)),
  ...rows.flatMap(({ kind, origin, callBackRow }) => [kind, origin, callBackRow]),
  ...works.flatMap(({ team, groups, pieceSeconds }) => [team, groups?.join() ?? null, pieceSeconds]),
];

export function waysOf(plan: ServedPlan, rows: readonly WayRow[], works: readonly OtherWork[]): Ways {
  const laws = new LawTable();
  const concurrency = concurrencyTables(plan);
  const numbering = groupNumbering(plan);
  const flows = new FlowBuilder(plan, rows, works.length, laws, numbering, concurrency.ofChannel);
  const ownStages = rows.map((row, c) => (row.kind === 'callBack' ? -1 : flows.firstStage(c)));
  flows.addWaysWhileWaiting();
  const firstStages = rows.map((row, c) => {
    const own = ownStages[row.origin] as number;
    return row.origin === c ? own : (flows.stages[own]?.callBackStage as number);
  });
  const homeStages = firstStages.map((stage) => {
    const next = flows.stages[stage]?.nextStage ?? -1;
    return next === -1 ? stage : next;
  });
  const internalStages = works.map((work, i) => {
    const team = plan.teams.findIndex(({ id }) => id === work.team);
    return flows.addInternalStage(rows.length + i, team, pieceLaw(work), work.groups);
  });
  const queues = withInterruptions(
    withSameLines(flows.queues),
    flows.queues.classesOf,
    (c) =>
      plan.issueTypes.some(({ id, preemptible }) => preemptible === true && id === rows[c]?.demand.issueType),
    plan.teams.flatMap((team) => team.groups),
  );
  const { stages, pairs, revisits } = flows;
  const facts = classFacts(plan, rows, laws, firstStages);
  const { classesOf } = flows.queues;
  const ways = { stages, pairs, queues, classesOf, homeStages, facts, internalStages, revisits };
  return { laws: laws.rows, concurrency: concurrency.tables, ...ways };
}

function concurrencyTables(plan: Pick<Plan, 'channels'>): {
  tables: ConcurrencyTable[];
  ofChannel: (channel: number) => number;
} {
  const tables: ConcurrencyTable[] = [];
  const index = plan.channels.map((channel) => {
    if (channel.concurrency === undefined || channel.concurrency.limit < 2) return -1;
    tables.push({
      limit: channel.concurrency.limit,
      speed: Float64Array.of(0, ...channel.concurrency.speed),
      fewestFirst: channel.concurrency.newChatTo === 'fewestChats',
    });
    return tables.length - 1;
  });
  return { tables, ofChannel: (channel) => index[channel] as number };
}
