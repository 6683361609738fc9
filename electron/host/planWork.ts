// Where plans are read and calculated: apart from a host that stays, whose thread answers others meanwhile, or here, in a program
// that does one thing and ends. Reading is short and has a thread; formulas may take seconds and much memory, and have an isolate
// that can be lost without harm, kept warm with the answers of before.
import type { Failure } from '../../core/contract/failures.ts';
import { type Caller, createCaller } from '../workers/caller.ts';
import { inThread, mostHeapMegabytes, type StartIsolate } from '../workers/isolate.ts';
import { megabyte } from '../workers/runWatch.ts';
import { workerFileBeside } from '../workers/workerFile.ts';
import { type ErrorLog, logged, noErrorLog } from './errorLog.ts';
import { createPlanTools, type PlanTools, type PlanToolsOptions } from './planTools.ts';

/** The same tools, each with its answer to come. */
export type PlanWork = {
  readonly [M in keyof PlanTools]: (
    ...parts: Parameters<PlanTools[M]>
  ) => Promise<Awaited<ReturnType<PlanTools[M]>>>;
} & {
  /** A question about a plan will come soon. */
  readonly warm: () => void;
  readonly close: () => Promise<void>;
};

export interface PlanWorkLimits {
  /** Of an isolate that is a process of its own. */
  readonly mostMegabytes: number;
  readonly longestMs: number;
}

export interface PlansApartParts {
  readonly log?: ErrorLog;
  /** Where formulas are calculated. Absent: in a thread of this process. */
  readonly startIsolate?: StartIsolate;
  readonly workerFile?: URL;
  readonly limits?: PlanWorkLimits;
}

const usualLimits: PlanWorkLimits = { mostMegabytes: mostHeapMegabytes, longestMs: 2 * 60_000 };
const lookEveryMs = 100;
const short: ReadonlySet<string> = new Set<keyof PlanTools>(['check', 'read', 'compile', 'scenario']);

export function plansHere(options: PlanToolsOptions = {}): PlanWork {
  const tools = createPlanTools(options);
  return promising(
    async (method, args) => (tools[method] as (...parts: readonly unknown[]) => unknown)(...args),
    { warm: () => {}, close: async () => {} },
  );
}

/** Fails with `calculationTooLarge` above the limits, and with `internal` where the isolate was lost. */
export function plansApart(parts: PlansApartParts = {}): PlanWork {
  const { log = noErrorLog, startIsolate = inThread, limits = usualLimits } = parts;
  const file = parts.workerFile ?? workerFileBeside(import.meta.url, 'planWorker');
  const onLost = (reason: Error & { readonly wasFull: boolean }): Failure =>
    reason.wasFull ? tooLarge(limits) : { code: 'internal', params: { errorId: logged(log, reason) } };
  const reading = createCaller({ startIsolate: inThread, file, onLost });
  const formulas = createCaller({ startIsolate, file, onLost });
  return promising((method, args) => within(limits, short.has(method) ? reading : formulas, method, args), {
    warm: formulas.warm,
    close: async () => {
      const closed: Failure = { code: 'runCancelled', params: {} };
      await Promise.all([reading.end(closed), formulas.end(closed)]);
    },
  });
}

const tooLarge = ({ mostMegabytes, longestMs }: PlanWorkLimits): Failure => ({
  code: 'calculationTooLarge',
  params: { limitMegabytes: mostMegabytes, limitMinutes: longestMs / 60_000 },
});

/** Whoever waits behind a call that is too large is told the same: it is not known whose it is. */
async function within(
  limits: PlanWorkLimits,
  caller: Caller,
  method: string,
  args: readonly unknown[],
): Promise<unknown> {
  const begun = performance.now();
  const look = (): void => {
    const isFull = (caller.usedBytes() ?? 0) > limits.mostMegabytes * megabyte;
    if (isFull || performance.now() - begun > limits.longestMs) void caller.end(tooLarge(limits));
  };
  const looking = setInterval(look, lookEveryMs);
  try {
    return await caller.call(method, args);
  } finally {
    clearInterval(looking);
  }
}

function promising(
  call: (method: keyof PlanTools, args: readonly unknown[]) => Promise<unknown>,
  rest: Pick<PlanWork, 'warm' | 'close'>,
): PlanWork {
  const methodsOf = (...names: readonly (keyof PlanTools)[]) =>
    Object.fromEntries(names.map((name) => [name, (...args: readonly unknown[]) => call(name, args)]));
  const methods = methodsOf(
    ...([
      'check',
      'read',
      'compile',
      'evaluate',
      'foresee',
      'rehearse',
      'requirement',
      'scenario',
      'busiest',
      'poolingPrice',
      'duties',
      'outcomes',
      'propose',
    ] as const),
    ...(['hashOfAsked', 'explainByFormula', 'explainBySimulation', 'explainChance'] as const),
  );
  return { ...methods, ...rest } as PlanWork;
}
