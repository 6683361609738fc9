// An isolate in which one study runs: it compiles and calculates here, and asks the host for every simulation, unless it has one worker:
// that is itself.
import type { Failure } from '../../core/contract/failures.ts';
import type { StudyAsked } from '../../core/contract/studies.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { type CompiledModel, compilePlan } from '../../core/simulation/index.ts';
import type { Result } from '../../core/units/result.ts';
import { timeZoneOffsets } from '../host/timeZoneOffsets.ts';
import { parentDoor } from './parentDoor.ts';
import { replicateHere } from './replicateHere.ts';
import type { Counted, Measured } from './simulate.ts';
import type { FromStudy, ToStudy } from './studyMessages.ts';
import { type CountedRun, StudyEnded, study } from './studyTable.ts';

const { post, onMessage } = parentDoor<ToStudy, FromStudy>();
const waiting = new Map<number, (outcome: Result<never, Failure>) => void>();
let lastQuestion = 0;

onMessage((message) => {
  if (message.kind === 'study') void run(message.plan, message.asked);
  else waiting.get(message.question)?.(message.outcome as Result<never, Failure>);
});

async function run(plan: Plan, asked: StudyAsked): Promise<void> {
  try {
    const finding = await study(plan, asked, {
      ...{ compiled, simulate },
      ...(asked.workers === 1 ? { count: countHere, measure: measureHere } : { count, measure }),
      onStep: (done, expected) => post({ kind: 'step', done, expected }),
    });
    post({ kind: 'finished', outcome: { ok: true, value: finding } });
  } catch (error) {
    if (!(error instanceof StudyEnded)) throw error;
    post({ kind: 'finished', outcome: { ok: false, failure: error.failure } });
  }
}

function compiled(changed: Plan): CompiledModel {
  const { plan, planHash, faults } = parsePlan(JSON.stringify(changed));
  const model =
    plan === null || planHash === null
      ? { ok: false as const, failure: faults }
      : compilePlan(plan, { planHash, offsets: timeZoneOffsets });
  if (model.ok) return model.value;
  throw new StudyEnded({
    code: 'planInvalid',
    params: { count: model.failure.length },
    faults: model.failure,
  });
}

/** Asks the host, and waits for the answer with the same number. */
function ask<Value>(question: (number: number) => FromStudy): Promise<Value> {
  lastQuestion += 1;
  const number = lastQuestion;
  return new Promise((settle, reject) => {
    waiting.set(number, (outcome: Result<Value, Failure>) => {
      waiting.delete(number);
      if (outcome.ok) settle(outcome.value);
      else reject(new StudyEnded(outcome.failure));
    });
    post(question(number));
  });
}

const simulate = (model: CompiledModel, seed: number, replications: number): Promise<SimulationResult> =>
  ask((question) => ({ kind: 'simulate', question, model, seed, replications }));

const countHere = async (model: CompiledModel, run: CountedRun): Promise<Counted> =>
  (await replicateHere(model, run, 'promiseCounts')).map(({ counts }) => counts);

const measureHere = async (model: CompiledModel, run: CountedRun): Promise<Measured> =>
  (await replicateHere(model, run, 'measureParts')).map(({ parts }) => parts);

const count = (model: CompiledModel, run: CountedRun): Promise<Counted> =>
  ask((question) => ({ kind: 'count', question, model, ...run }));

const measure = (model: CompiledModel, run: CountedRun): Promise<Measured> =>
  ask((question) => ({ kind: 'measure', question, model, ...run }));
