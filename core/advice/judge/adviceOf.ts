// The candidates side by side, at most five of them, with all that was decided, assumed and left open.
import type { Advice, AdviceDecision, Candidate } from '../../measures/advice.ts';
import type { Choices } from '../choices.ts';
import { inputOf } from '../company/figure.ts';
import type { Sized } from '../sizing/size.ts';
import { candidateOf } from './candidate.ts';
import { isBeaten, withFrontier } from './frontier.ts';
import { numbersToMeasure } from './toMeasure.ts';
import { unkeptByAll } from './unkept.ts';

const mostCandidates = 5;

export function adviceOf(choices: Choices, sized: readonly Sized[]): Advice {
  const made = sized.map((one) => candidateOf(choices, one));
  const candidates = withFrontier(made.map(({ candidate }) => candidate));
  const shown = candidates.length <= mostCandidates ? candidates : withFrontier(withoutLeast(candidates));
  const ids = new Set(shown.map(({ id }) => id));
  const decisions = new Map<string, AdviceDecision>(choices.decisions.map((one) => [one.id, one]));
  for (const { candidate, decisions: own } of made)
    if (ids.has(candidate.id)) for (const one of own) decisions.set(one.id, one);
  return {
    candidates: shown,
    decisions: [...decisions.values()],
    assumptions: choices.company.assumptions.map(inputOf),
    toMeasure: numbersToMeasure(choices),
    unkept: unkeptByAll(choices, shown),
  };
}

/** Left out is, of those that others beat, the dearest; if nobody is beaten, the dearest of all but the first. */
function withoutLeast(candidates: readonly Candidate[]): readonly Candidate[] {
  const dearest = (list: readonly Candidate[]): Candidate | undefined =>
    list.toSorted((one, two) => two.costPerMonth.value - one.costPerMonth.value)[0];
  const [, ...others] = candidates;
  const beaten = others.filter((one) => isBeaten(one, candidates));
  // Tiers with specialists are what most companies look for: they stay to be compared.
  const least =
    dearest(beaten.filter(({ id }) => id !== 'specialists' && id !== 'tiers')) ??
    dearest(beaten) ??
    dearest(others);
  return candidates.filter((one) => one !== least);
}
