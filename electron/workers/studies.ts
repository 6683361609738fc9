// Studies from outside: each in an isolate of its own that ends with it, so that hundreds of formula answers hold up nobody;
// what it wants simulated goes to the pool like any run.
import type { Failure } from '../../core/contract/failures.ts';
import type { Finding, StudyAsked } from '../../core/contract/studies.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { failed, type Result } from '../../core/units/result.ts';
import { type ErrorLog, logged, noErrorLog } from '../host/errorLog.ts';
import { inBackground } from './inBackground.ts';
import { inThread, mostHeapMegabytes, type StartIsolate } from './isolate.ts';
import type { Count, CountRequest, Measure, Simulate } from './simulate.ts';
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
  /** Absent: studies that need every measure by itself fail. */
  readonly measure?: Measure;
  readonly log?: ErrorLog;
  readonly startIsolate?: StartIsolate;
  readonly workerFile?: URL;
}

const cannot = (): Promise<Result<never, Failure>> =>
  Promise.resolve(failed({ code: 'runCancelled', params: {} }));

export function createStudies({
  simulate,
  count = cannot,
  measure = cannot,
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
      const isolate = inBackground(startIsolate)(workerFile, {
        onMessage: (received) => {
          const message = received as FromStudy;
          if (message.kind === 'step') onStep(message.done, message.expected);
          else if (message.kind === 'finished') end(message.outcome);
          else if (message.kind === 'simulate') void answer(message);
          else if (message.kind === 'count') void answerEach(message, 'counted', count);
          else void answerEach(message, 'measured', measure);
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
      const answerEach = async <Value>(
        { question, model, seed, firstReplication, replications }: AskedCount,
        kind: 'counted' | 'measured',
        ask: (request: CountRequest) => Promise<Result<Value, Failure>>,
      ): Promise<void> => {
        const outcome = await ask({
          ...{ model, seed, firstReplication, replications, workers: asked.workers },
          onProgress: () => {},
          signal: simulations.signal,
        });
        if (!isOver) send({ kind, question, outcome } as ToStudy);
      };
      isolate.hold(true);
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
      else send({ kind: 'study', plan, asked });
    });
}

type AskedCount = Extract<FromStudy, { kind: 'count' | 'measure' }>;
type AskedSimulation = Extract<FromStudy, { kind: 'simulate' }>;
