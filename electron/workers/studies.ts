// Studies from outside: each in an isolate of its own that ends with it, so that hundreds of formula answers hold up nobody;
// what it wants simulated goes to the pool like any run.
import type { Failure } from '../../core/contract/failures.ts';
import type { Finding, StudyAsked } from '../../core/contract/studies.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { failed, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { inThread, mostHeapMegabytes, type StartIsolate } from './isolate.ts';
import type { Count, Simulate } from './simulate.ts';
import type { FromStudy, ToStudy } from './studyMessages.ts';
import { workerFileBeside } from './workerFile.ts';

export interface StudyRequest {
  readonly plan: Plan;
  readonly asked: StudyAsked;
  readonly onStep: (done: number, expected: number) => void;
  readonly signal: AbortSignal;
}

/** Fails with `runCancelled` after the signal, with what a simulation failed with, or with `runFailed`; never rejects. */
export type RunStudy = (request: StudyRequest) => Promise<Result<Finding, Failure>>;

export interface StudyParts {
  readonly simulate: Simulate;
  /** Absent: studies that count fail. */
  readonly count?: Count;
  readonly log?: ErrorLog;
  readonly startIsolate?: StartIsolate;
  readonly workerFile?: URL;
}

const cannotCount: Count = () => Promise.resolve(failed({ code: 'runCancelled', params: {} }));

export function createStudies({
  simulate,
  count = cannotCount,
  log = noErrorLog,
  startIsolate = inThread,
  workerFile = workerFileBeside(import.meta.url, 'studyWorker'),
}: StudyParts): RunStudy {
  return ({ plan, asked, onStep, signal }) =>
    new Promise((settle) => {
      const simulations = new AbortController();
      let isOver = false;
      const end = (outcome: Result<Finding, Failure>): void => {
        if (isOver) return;
        isOver = true;
        signal.removeEventListener('abort', cancel);
        simulations.abort();
        void isolate.end().then(() => settle(outcome));
      };
      const cancel = (): void => end(failed({ code: 'runCancelled', params: {} }));
      const isolate = startIsolate(workerFile, {
        onMessage: (received) => {
          const message = received as FromStudy;
          if (message.kind === 'step') onStep(message.done, message.expected);
          else if (message.kind === 'finished') end(message.outcome);
          else if (message.kind === 'count') void answerCount(message);
          else void answer(message);
        },
        onLost: (reason) =>
          end(
            failed(
              reason.wasFull
                ? { code: 'runTooLarge', params: { limitMegabytes: mostHeapMegabytes } }
                : { code: 'runFailed', params: { errorId: logged(log, reason) } },
            ),
          ),
      });
      const send = (message: ToStudy): void => isolate.post(message);
      const answer = async ({ question, model, seed, replications }: AskedSimulation): Promise<void> => {
        const outcome = await simulate({
          ...{ model, seed, replications, precisionFraction: null, workers: asked.workers },
          onProgress: () => {},
          signal: simulations.signal,
        });
        if (!isOver) send({ kind: 'simulated', question, outcome });
      };
      const answerCount = async ({ question, ...run }: AskedCount): Promise<void> => {
        const { model, seed, firstReplication, replications } = run;
        const outcome = await count({
          ...{ model, seed, firstReplication, replications, workers: asked.workers },
          onProgress: () => {},
          signal: simulations.signal,
        });
        if (!isOver) send({ kind: 'counted', question, outcome });
      };
      isolate.hold(true);
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
      else send({ kind: 'study', plan, asked });
    });
}

type AskedCount = Extract<FromStudy, { kind: 'count' }>;
type AskedSimulation = Extract<FromStudy, { kind: 'simulate' }>;
