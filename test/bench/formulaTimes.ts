// How long the formulas need for a week of half hours and 20 teams (6,720 rates) with nothing of it cached: as the first answer of
// a process, or as the first about this plan in one that has answered two others; then after edits of one team, and how long a
// fixed loop takes meanwhile. Time of the processor: other programs do not count. To be asked once in a process.
import { setTimeout as sleep } from 'node:timers/promises';
import { createEvaluator, evaluate } from '../../core/evaluate/index.ts';
import type { PlanInput } from '../../core/plan/schema/plan.ts';
import { openSample } from '../../core/samples/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { weekPlan } from '../support/weekPlan.ts';

interface Spent {
  /** Milliseconds of this thread, and of all threads of the engine. */
  readonly thread: number;
  readonly all: number;
}

/** Present in the Node that the project brings along. */
const threadTime = process as unknown as { threadCpuUsage(): { user: number; system: number } };

function spent(work: () => void): Spent {
  const before = [threadTime.threadCpuUsage(), process.cpuUsage()] as const;
  work();
  const after = [threadTime.threadCpuUsage(), process.cpuUsage()] as const;
  const [thread = 0, all = 0] = [0, 1].map((i) => {
    const [one, other] = [before[i], after[i]];
    return ((other?.user ?? 0) + (other?.system ?? 0) - (one?.user ?? 0) - (one?.system ?? 0)) / 1000;
  });
  return { thread, all };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** The plan with so many agents in its third team. */
function edited(agents: number): PlanInput {
  const plan = structuredClone(weekPlan);
  const [, , third] = plan.teams as unknown as { groups: { staffing: { agents: number } }[] }[];
  const group = third?.groups[0];
  if (group !== undefined) group.staffing.agents = agents;
  return plan;
}

/** Ten million steps of a generator of numbers: what the machine gives meanwhile. */
function fixedLoop(): number {
  let x = 1;
  for (let i = 0; i < 1e7; i += 1) x = (Math.imul(x, 1_103_515_245) + 12_345) >>> 0;
  return x;
}

export type FormulaTimes = Readonly<Record<'cold' | 'coldAll' | 'warm' | 'incremental' | 'loop', number>> & {
  readonly rates: number;
};

/** So long the engine may still compile what ran before. */
const quietMs = 300;
const answeredBefore = ['computer-company', 'bank-phone-centre'];

/** Milliseconds of the answering thread; `coldAll`: of all threads of the engine. */
export async function formulaTimes(isFirst: boolean): Promise<FormulaTimes> {
  const model = compiledPlan(weekPlan);
  if (!isFirst)
    for (const id of answeredBefore) evaluate(compiledPlan(JSON.parse(openSample(id) ?? '') as PlanInput));
  await sleep(quietMs);
  const cold = spent(() => evaluate(model));
  const warm = Array.from({ length: 8 }, () => spent(() => evaluate(model)).thread);
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  evaluator.evaluateModel(model);
  const models = Array.from({ length: 12 }, (_, i) => compiledPlan(edited(8 + i)));
  const incremental = models.map((one) => spent(() => evaluator.evaluateModel(one)).thread);
  const loops = Array.from({ length: 5 }, () => spent(() => fixedLoop()).thread);
  const rates = model.classes.reduce((sum, { segments }) => sum + (segments?.ratePerSecond.length ?? 0), 0);
  return {
    rates,
    cold: cold.thread,
    coldAll: cold.all,
    warm: median(warm),
    incremental: median(incremental),
    loop: median(loops),
  };
}
