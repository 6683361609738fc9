// How the chance came about that promises are kept: what is not known and how it is drawn, how many draws kept the promise, how
// sure that is, and what of it is chance in the queues.

import { planInputs } from '../../inputs/index.ts';
import type { Explanation, FigureQuestion, SideChain } from '../../measures/explanation.ts';
import type { ChanceId } from '../../measures/planFigures.ts';
import type {
  Chance,
  ChanceGrounds,
  ProbabilityResult,
  PromiseProbability,
  VarianceSplit,
} from '../../measures/probability.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import { Chain, given, output } from '../chain.ts';
import { Parts } from '../parts.ts';
import { Places } from '../places.ts';
import { chanceInterval } from './chanceInterval.ts';
import { chanceSteps } from './chanceSteps.ts';
import { drawnInputSteps, mostTelling, placeOfInput, unitOfInput } from './drawnInputSteps.ts';
import { splitSteps } from './splitSteps.ts';

export interface ChanceStudied {
  readonly plan: Plan;
  /** The document before defaults were filled in. */
  readonly written: unknown;
  readonly model: CompiledModel;
  readonly result: ProbabilityResult;
}

/** More uncertain figures than these are not listed. */
const mostFigures = 60;

interface Studied {
  readonly chance: Chance;
  readonly grounds: ChanceGrounds | null;
  readonly split: VarianceSplit | null;
  readonly promises: readonly PromiseProbability[];
}

const nothing: Studied = {
  chance: { value: null, low: null, high: null },
  ...{ grounds: null, split: null, promises: [] },
};

function studiedOf(result: ProbabilityResult, { subject }: FigureQuestion): Studied {
  const { promises, allKept, allKeptGrounds, allKeptSplit } = result;
  if (subject.kind === 'total')
    return { chance: allKept, grounds: allKeptGrounds, split: allKeptSplit, promises };
  const promise = promises.find((one) => one.promise === subject.id);
  if (promise === undefined) return nothing;
  // Of a promise the split is told that says most: of the level of its worst period.
  const { kept, keptGrounds, levelSplit } = promise;
  return { chance: kept, grounds: keptGrounds, split: levelSplit, promises: [promise] };
}

/** The figure is a chance (isChance). */
export function explainChance(
  { plan, written, model, result }: ChanceStudied,
  question: FigureQuestion & { readonly measure: ChanceId },
): Explanation {
  const { measure, subject } = question;
  const chain = new Chain();
  const places = new Places(plan, written);
  const { chance, grounds, split, promises } = studiedOf(result, question);
  const { by, inputs, seed, draws, replicationsPerDraw, engineVersion } = result;
  if (chance.value === null || grounds === null)
    chain.add({
      code: by === 'formula' && subject.kind === 'total' ? 'noFormula' : 'nothingCounted',
      inputs: [],
      operation: { kind: 'formula', formula: 0 },
      outputs: [output('result', null, 'fraction')],
      basis: { kind: 'absent', reason: by === 'formula' ? 'noFormula' : 'nothingCounted' },
    });
  else {
    // Who leaves by luck comes behind them, and is drawn person by person.
    const uncertain = planInputs(plan).filter(({ belief }) => belief !== null);
    drawnInputSteps(chain, places, inputs.length, mostTelling(uncertain, promises), seed);
    chanceSteps(chain, grounds, replicationsPerDraw, chance.value);
  }
  const basis =
    chance.value === null
      ? ({ kind: 'absent', reason: by === 'formula' ? 'noFormula' : 'nothingCounted' } as const)
      : by === 'simulation'
        ? ({ kind: 'simulated', halfWidth: null } as const)
        : ({ kind: 'approximation', model: 'flow-balance', departures: [] } as const);
  return {
    ...{ measure, unit: 'fraction', subject, interval: null, axis: model.axis, by, basis },
    part: subject.kind === 'total' ? null : new Parts(plan, model).find(subject.kind, subject.id),
    ...{ planId: result.planId, planHash: result.planHash, value: chance.value, closeUp: null },
    steps: chain.steps,
    beside: besides(chance, grounds, split),
    draws: {
      ...{ engineVersion, seed, draws, replicationsPerDraw, uncertain: inputs.length },
      ...{ low: chance.low, high: chance.high },
    },
    grounds: inputs.slice(0, mostFigures).map(({ path, value, unit }) => ({
      ...given('uncertainFigure', value, unitOfInput(unit), placeOfInput(places, path)),
    })),
    ...{ run: null, verdict: null },
  };
}

function besides(chance: Chance, grounds: ChanceGrounds | null, split: VarianceSplit | null): SideChain[] {
  const interval = grounds === null ? [] : chanceInterval(grounds, chance);
  const shares = split === null ? [] : splitSteps(split);
  return [
    ...(interval.length === 0 ? [] : [{ about: 'interval', steps: interval } as const]),
    ...(shares.length === 0 ? [] : [{ about: 'split', steps: shares } as const]),
  ];
}
