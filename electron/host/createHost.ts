// The host: the contract bound to the core and to the simulation pool. Composed once, used by every way in.
import type { Reply } from '../../core/contract/failures.ts';
import type { Method } from '../../core/contract/methods.ts';
import { inThread, type StartIsolate } from '../workers/isolate.ts';
import type { Count, Measure, Simulate } from '../workers/simulate.ts';
import { createStudies, type RunStudy } from '../workers/studies.ts';
import { createTracing, type Tracing } from '../workers/tracing.ts';
import { createAdviceMethods } from './adviceMethods.ts';
import { appMethods } from './appMethods.ts';
import { decodeInput, isMethod } from './decodeInput.ts';
import { type ErrorLog, logged, noErrorLog } from './errorLog.ts';
import { createExplainMethods } from './explainMethods.ts';
import type { HandlersOf } from './handlers.ts';
import { type LibraryHolder, noLibrary } from './libraryHolder.ts';
import { createLibraryMethods } from './libraryMethods.ts';
import { createPlanMethods } from './planMethods.ts';
import { type PlanWork, plansHere } from './planWork.ts';
import { createRuns } from './runs.ts';
import { createSampleMethods } from './sampleMethods.ts';
import { createSimulationMethods } from './simulationMethods.ts';
import { createStudyJobs, createStudyMethods } from './studyMethods.ts';

export interface Host {
  /** Answers one request. Never rejects: a bug becomes the failure `internal` with the id under which it was logged. */
  readonly handle: (method: string, input: unknown) => Promise<Reply<unknown>>;
  /** Cancels the runs, waits for their end, and closes the library. */
  readonly close: () => Promise<void>;
}

export interface HostParts {
  readonly simulate: Simulate;
  /** For runs that are started by themselves, where that is done otherwise than for studies. */
  readonly simulateAlone?: Simulate;
  /** Absent: studies that count replications one by one fail. */
  readonly count?: Count;
  /** Absent: studies that need every measure of each replication fail. */
  readonly measure?: Measure;
  /** Absent: each trace apart from the host. */
  readonly tracing?: Tracing;
  /** Absent: each study apart from the host, its simulations by `simulate`. */
  readonly runStudy?: RunStudy;
  /** Where plans are read and calculated. Absent: in this very thread. */
  readonly plans?: PlanWork;
  /** Absent: there is no library, and each call for it says so. */
  readonly library?: LibraryHolder;
  readonly log?: ErrorLog;
  /** Where traces and studies run. Absent: in threads. */
  readonly startIsolate?: StartIsolate;
}

export function createHost(parts: HostParts): Host {
  const { simulate, count, measure, library = noLibrary, log = noErrorLog, startIsolate = inThread } = parts;
  const plans = parts.plans ?? plansHere();
  const tracing = parts.tracing ?? createTracing({ log, startIsolate });
  const runs = createRuns({ simulate: parts.simulateAlone ?? simulate, log });
  const runStudy =
    parts.runStudy ??
    createStudies({
      simulate,
      ...(count !== undefined && { count }),
      ...(measure !== undefined && { measure }),
      ...{ log, startIsolate },
    });
  const studies = createStudyJobs();
  const studyMethods = createStudyMethods(plans, studies, runStudy);
  const handlers: HandlersOf<Method> = {
    ...appMethods,
    ...createSampleMethods(plans),
    ...createPlanMethods(plans),
    ...createSimulationMethods(plans, runs, tracing),
    ...createAdviceMethods(plans),
    ...createExplainMethods(plans, runs, { jobs: studies, methods: studyMethods }),
    ...studyMethods,
    ...createLibraryMethods(library, plans, runs),
  };

  const answer = async <M extends Method>(method: M, input: unknown): Promise<Reply<unknown>> => {
    const decoded = decodeInput(method, input);
    if (decoded.ok) return handlers[method](decoded.value);
    return { ok: false, failure: { code: 'invalidInput', params: { method }, faults: decoded.failure } };
  };

  return {
    handle: async (method, input) => {
      try {
        if (isMethod(method)) return await answer(method, input);
        return { ok: false, failure: { code: 'unknownMethod', params: { method: shortened(method) } } };
      } catch (error) {
        return { ok: false, failure: { code: 'internal', params: { errorId: logged(log, error) } } };
      }
    },
    close: async () => {
      await studies.close();
      await runs.close();
      await tracing.close();
      await plans.close();
      await library.close();
    },
  };
}

/** A made-up name is not echoed back at length. */
const shortened = (method: unknown): string => String(method).slice(0, 64);
