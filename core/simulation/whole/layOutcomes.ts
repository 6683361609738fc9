// Classes handled by teams: how a handling may end, and what each end means for the work of the teams.
import { purpose } from '../engine/streams.ts';
import { outcomeKind, type PairModel } from '../model/compiledModel.ts';
import { noOne } from '../model/eventCodes.ts';
import { type OutcomeWork, outcomeWorkOf } from '../model/outcomeWork.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { outcomeRow, pairRow, stageRow, surpriseRow } from './rowPlaces.ts';

/** Stream keys of first attempts of a class and a team, for three kinds of visits. */
const pairKeyBytes = 3 * 128;
const keyLine = { bytes: 64 };
/** So far behind the beginning of a line those of a handling, which are kept together, stand in one. */
const keysBegin = 16;
/** As kernel/handlingDraws.ts takes them. */
const thresholdsAtOnce = 4;

/** Kind of what follows a talk at a dispatcher or a wrong team: as in kernel/outcome.ts. */
const passes = 5;

export function layPairs(places: ModelPlaces): void {
  const { laying, model } = places;
  const works = outcomeWorkOf(model);
  const teams = model.teams.length;
  const none = layOutcomes(places, null, [], 0);
  model.pairs.forEach((pair, k) => {
    const at = places.pairAt(Math.floor(k / teams), k % teams);
    laying.int(at + pairRow.keys, keysBegin + laying.rows(keyLine, 1 + pairKeyBytes / keyLine.bytes));
    if (pair === null) {
      laying.int(at + pairRow.outcomes, none);
      return;
    }
    const first = layOutcomes(places, pair, works[k] ?? [], k % teams);
    laying.int(at + pairRow.outcomes, first);
    laying.int(at + pairRow.outcomesEnd, first + (1 + pair.outcomes.length) * outcomeRow.bytes);
    laying.int(at + pairRow.exists, 1);
    laying.float(at + pairRow.meanSeconds, pair.meanSeconds);
    laying.float(at + pairRow.wrapUpShare, pair.wrapUpShare);
    laying.float(at + pairRow.talkShare, 1 - pair.wrapUpShare);
    laying.float(at + pairRow.returnShare, pair.returnShare);
    laying.int(at + pairRow.handlingLaw, places.lawAt(pair.handlingLaw));
    laying.int(at + pairRow.returnDelayLaw, places.lawAt(pair.returnDelayLaw));
    const thresholds = thresholdsOf(pair);
    const below = laying.array(thresholds);
    laying.int(at + pairRow.thresholds, below);
    laying.int(at + pairRow.thresholdsEnd, below + thresholds.byteLength);
  });
}

/** At a dispatcher or a wrong team every talk ends alike: the contact passes on, without a draw. */
export function layPassing(places: ModelPlaces): void {
  const { laying, model } = places;
  const teams = model.teams.length;
  model.stages.forEach(({ nextStage, handlingLaw, classIndex, homeTeam }, k) => {
    if (nextStage === noOne) return;
    const pair = model.pairs[classIndex * teams + homeTeam] ?? null;
    const law = handlingLaw === noOne ? (pair?.handlingLaw ?? noOne) : handlingLaw;
    const row = laying.rows(outcomeRow, 1);
    laying.int(row + outcomeRow.talkLaw, places.lawAt(law));
    laying.float(row + outcomeRow.meanSeconds, model.laws[law]?.meanSeconds ?? 0);
    laying.int(row + outcomeRow.aim, purpose.handling);
    laying.int(row + outcomeRow.kind, passes);
    laySurprises(places, row, [], homeTeam);
    laying.int(places.stageAt(k) + stageRow.passing, row);
  });
}

/** Number k of the outcomes comes about from a uniform of the k-th of these on: the last one takes what rounding has left. */
function thresholdsOf({ outcomes, resolvedBelow }: PairModel): Float64Array {
  const length = Math.ceil(outcomes.length / thresholdsAtOnce) * thresholdsAtOnce;
  const thresholds = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  outcomes.forEach((_, k) => {
    thresholds[k] = k === 0 ? resolvedBelow : (outcomes[k - 1]?.below as number);
  });
  return thresholds;
}

/** Resolved, then the outcomes of the pair; gives the place of the first. */
function layOutcomes(
  places: ModelPlaces,
  pair: PairModel | null,
  works: readonly OutcomeWork[],
  team: number,
): number {
  const { laying, model } = places;
  const outcomes = pair?.outcomes ?? [];
  const first = laying.rows(outcomeRow, 1 + outcomes.length);
  for (let k = 0; k <= outcomes.length; k += 1) {
    const row = first + k * outcomeRow.bytes;
    const outcome = outcomes[k - 1];
    const isShort = outcome?.kind === outcomeKind.recognised;
    const law = (isShort ? outcome.law : pair?.handlingLaw) ?? noOne;
    laying.int(row + outcomeRow.talkLaw, places.lawAt(law));
    laying.float(row + outcomeRow.meanSeconds, model.laws[law]?.meanSeconds ?? 0);
    laying.int(row + outcomeRow.aim, isShort ? purpose.recognition : purpose.handling);
    laySurprises(places, row, surprisesOf(works, k - 1, team), team);
    if (outcome === undefined) continue;
    laying.float(row + outcomeRow.warmSeconds, outcome.warmSeconds);
    laying.int(row + outcomeRow.kind, outcome.kind);
    laying.int(row + outcomeRow.stage, places.stageAt(outcome.stage));
    laying.int(row + outcomeRow.law, places.lawAt(outcome.law));
    laying.int(row + outcomeRow.handlingLaw, places.lawAt(outcome.handlingLaw));
  }
  return first;
}

interface Surprise {
  readonly team: number;
  readonly seconds: number;
}

/** What an outcome means for the teams, -1: resolved; in the order of model/workSurplus.ts, without what is nothing. */
function surprisesOf(works: readonly OutcomeWork[], outcome: number, team: number): readonly Surprise[] {
  return works
    .flatMap((work, k) => {
      const surprise = (k === outcome ? 1 : 0) - work.share;
      return [
        { team: work.team, seconds: surprise * work.seconds },
        { team, seconds: surprise * work.ownSeconds },
      ];
    })
    .filter(({ seconds }) => seconds !== 0);
}

/** The first ones of other teams and of the team itself stand in the row, the others behind; each team's in their order. */
function laySurprises(places: ModelPlaces, row: number, surprises: readonly Surprise[], team: number): void {
  const { laying } = places;
  const own = surprises.filter((surprise) => surprise.team === team);
  const others = surprises.filter((surprise) => surprise.team !== team);
  const { firstSurprise, secondSurprise, thirdSurprise, firstTeam, secondTeam, thirdTeam } = outcomeRow;
  const fields = [
    [firstSurprise, firstTeam],
    [secondSurprise, secondTeam],
    [thirdSurprise, thirdTeam],
  ] as const;
  fields.forEach(([seconds, place], k) => {
    const other = others[k];
    laying.float(row + seconds, other?.seconds ?? 0);
    laying.int(row + place, other === undefined ? nowhere(places) : places.teamAt(other.team));
  });
  laying.float(row + outcomeRow.ownSurprise, own[0]?.seconds ?? 0);
  laying.float(row + outcomeRow.ownSurpriseToo, own[1]?.seconds ?? 0);
  const rest = [...others.slice(fields.length), ...own.slice(2)];
  const first = laying.rows(surpriseRow, rest.length);
  rest.forEach((surprise, k) => {
    const at = first + k * surpriseRow.bytes;
    laying.float(at + surpriseRow.seconds, surprise.seconds);
    laying.int(at + surpriseRow.team, places.teamAt(surprise.team));
  });
  laying.int(row + outcomeRow.surprises, first);
  laying.int(row + outcomeRow.surprisesEnd, first + rest.length * surpriseRow.bytes);
}

/** The place of a team that is none, for surprises of 0. */
const nowhere = ({ laying }: ModelPlaces): number => laying.array(noTeam);
const noTeam = new Float64Array(1);
