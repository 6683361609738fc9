// What each outcome of a handling asks of the teams on average: the part of a control that the draw of the outcome makes.
import { type CompiledModel, type OutcomeRow, outcomeKind, type PairModel } from './compiledModel.ts';

/** What one outcome of a pair of class and team asks: of the team to which it leads, and of the team itself. */
export interface OutcomeWork {
  /** Chance of the outcome. */
  readonly share: number;
  readonly team: number;
  readonly seconds: number;
  /** The short handling less the full one, where the outcome is recognised at once. */
  readonly ownSeconds: number;
}

const known = new WeakMap<CompiledModel, readonly (readonly OutcomeWork[])[]>();

/** Outcomes by pair (class x teams + team), in the order of the pair's rows. */
export function outcomeWorkOf(model: CompiledModel): readonly (readonly OutcomeWork[])[] {
  let found = known.get(model);
  if (found === undefined) {
    found = model.pairs.map((pair, at) =>
      pair === null ? [] : outcomesOfPair(model, pair, Math.floor(at / model.teams.length)),
    );
    known.set(model, found);
  }
  return found;
}

function outcomesOfPair(model: CompiledModel, pair: PairModel, c: number): OutcomeWork[] {
  const meanOf = (law: number): number => model.laws[law]?.meanSeconds ?? 0;
  let below = pair.resolvedBelow;
  return pair.outcomes.map((row: OutcomeRow, k) => {
    // The last one takes what rounding has left.
    const share = (k === pair.outcomes.length - 1 ? 1 : row.below) - below;
    below = row.below;
    const team = model.stages[row.stage]?.homeTeam ?? 0;
    const isShort = row.kind === outcomeKind.recognised && row.law !== -1;
    return {
      share,
      team,
      seconds: model.pairs[c * model.teams.length + team]?.meanSeconds ?? 0,
      ownSeconds: isShort ? meanOf(row.law) - meanOf(pair.handlingLaw) : 0,
    };
  });
}
