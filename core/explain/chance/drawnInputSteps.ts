// What is not known, and how it is drawn: the range that the plan states or the usual width of a guess, and the figure of the first
// draw. The inputs that tell most are followed; the others are drawn alike.

import { factOf, inputUniform, quantileOfBelief, type StatedInput } from '../../inputs/index.ts';
import type { ExplainedUnit } from '../../measures/explanation.ts';
import type { Formula } from '../../measures/formula.ts';
import { type Belief, type InputFact, type InputUnit, inputKinds } from '../../measures/inputKinds.ts';
import type { PromiseProbability } from '../../measures/probability.ts';
import { type Chain, fixed, given, output, sure } from '../chain.ts';
import { formulaStep } from '../formulaStep.ts';
import type { Places } from '../places.ts';

const mostFollowed = 5;

export const unitOfInput = (unit: InputUnit): ExplainedUnit =>
  unit === 'factor' || unit === 'weeks' || unit === 'days' ? 'number' : unit;

/** Where an input stands: a law that is written as one figure has no field for its mean. */
export function placeOfInput(places: Places, path: InputFact['path']): ReturnType<Places['at']> {
  const place = places.at(path);
  if (place.status !== 'default') return place;
  const around = places.at(path.slice(0, -1));
  return around.status === 'default' ? place : around;
}

/** The inputs with the largest shares of what varies, else the first ones of the document. */
export function mostTelling(
  inputs: readonly StatedInput[],
  promises: readonly PromiseProbability[],
): readonly StatedInput[] {
  const shareOf = new Map<number, number>();
  for (const { inputShares } of promises)
    for (const { input, value } of inputShares)
      shareOf.set(input, Math.max(shareOf.get(input) ?? 0, value ?? 0));
  return inputs
    .map((input, place) => ({ input, place, share: shareOf.get(place) ?? 0 }))
    .sort((a, b) => b.share - a.share || a.place - b.place)
    .slice(0, mostFollowed)
    .map(({ input }) => input);
}

/** Adds the steps of each input; `all` of them are drawn. */
export function drawnInputSteps(
  chain: Chain,
  places: Places,
  all: number,
  followed: readonly StatedInput[],
  seed: number,
): void {
  for (const input of followed)
    if (input.belief !== null) drawnSteps(chain, places, input, input.belief, seed);
  if (all > followed.length)
    chain.add({
      code: 'drawnAlike',
      inputs: [
        given('uncertainFigures', all, 'number', { kind: 'derived', path: null }),
        given('followedFigures', followed.length, 'number', fixed),
      ],
      operation: { kind: 'formula', formula: ['-', 'uncertainFigures', 'followedFigures'] },
      outputs: [output('otherFigures', all - followed.length, 'number')],
      basis: sure,
    });
}

function drawnSteps(chain: Chain, places: Places, of: StatedInput, belief: Belief, seed: number): void {
  const { key, path, kind, value, isWhole } = of;
  const input = factOf(of);
  const unit = unitOfInput(input.unit);
  const place = placeOfInput(places, path);
  const stated = given('stated', value, unit, place);
  const isUsual = belief.basis === 'assumed';
  const end = (side: 'Low' | 'High', at: number) => {
    const name = side === 'Low' ? 'beliefLow' : 'beliefHigh';
    if (!isUsual) return given(name, at, unit, place);
    const step = formulaStep(chain, {
      code: side === 'Low' ? 'usualLow' : 'usualHigh',
      input,
      inputs: [stated, given('usualWidth', inputKinds[kind].width, 'number', fixed)],
      formula: usualEnd[inputKinds[kind].scale][side],
      ...{ name, unit, value: at },
    });
    return chain.from(step);
  };
  const [low, high] = [end('Low', belief.low), end('High', belief.high)];
  const uniform = inputUniform(seed, 0, key);
  const drawn = quantileOfBelief(kind, value, belief, uniform);
  chain.add({
    code: 'drawnFigure',
    input,
    inputs: [
      ...[stated, low, high, given('holds', belief.holds, 'fraction', isUsual ? fixed : place)],
      given('uniform', uniform, 'number', { kind: 'drawn' }),
    ],
    operation: { kind: 'belief', inputKind: kind, distribution: belief.distribution, isWhole },
    outputs: [output('drawnFigure', isWhole ? Math.round(drawn) : drawn, unit)],
    basis: sure,
  });
}

/** The usual ends of a guess, by the scale of its figure (core/inputs/beliefOf.ts). */
const usualEnd: Readonly<Record<'amount' | 'share' | 'change', Readonly<Record<'Low' | 'High', Formula>>>> = {
  amount: { Low: ['/', 'stated', 'usualWidth'], High: ['*', 'stated', 'usualWidth'] },
  share: {
    Low: ['/', ['/', 'stated', 'usualWidth'], ['+', ['-', 1, 'stated'], ['/', 'stated', 'usualWidth']]],
    High: ['/', ['*', 'stated', 'usualWidth'], ['+', ['-', 1, 'stated'], ['*', 'stated', 'usualWidth']]],
  },
  change: { Low: ['-', 'stated', 'usualWidth'], High: ['+', 'stated', 'usualWidth'] },
};
