// Lines, stages, sets and groups of a unit, laid down for the kernel; the promises of lines are laid behind all else (`layPromises.ts`).
import type { Laying } from '../../simulation/whole/laying.ts';
import { loadWeight } from '../groupLoads.ts';
import type { Line, SetOfLanes } from '../network.ts';
import type { SteadyClass } from '../steadyModel.ts';
import { groupSums, lineCount, ofGroup } from '../unitSums.ts';
import type { Next } from '../ways.ts';
import type { LaidWalk } from './laidUnit.ts';
import type { LaidBacks } from './layClasses.ts';
import {
  groupRow,
  insideRow,
  lawRow,
  lineRow,
  nextRow,
  pairRow,
  setRow,
  shareRow,
  stageRow,
} from './rowPlaces.ts';
import { bytesOfInts } from './unitRoom.ts';

const departmentKind = 3;

export function layGroups({ lay, walk, unit, room, groupAt }: LaidWalk): number {
  const { groups } = unit;
  const { count } = walk.ground.steps;
  const first = lay.rows(groupRow, groups.length);
  groups.forEach((g, place) => {
    const at = first + place * groupRow.bytes;
    groupAt[g] = at;
    lay.int(at + groupRow.agentsOf, room.agents + place * 8 * count);
    lay.int(at + groupRow.row, place * groupSums.length + ofGroup.busySeconds);
  });
  return first;
}

export function laySets({ lay, walk, unit, groupAt, setAt }: LaidWalk): number {
  const { sets } = unit;
  const { questions } = walk.sets;
  const first = lay.rows(setRow, sets.length);
  sets.forEach((s, place) => {
    const at = first + place * setRow.bytes;
    const { groups, weights, reserves, isAlone } = walk.ground.lanes.sets[s] as SetOfLanes;
    setAt[s] = at;
    lay.flag(at + setRow.isAlone, isAlone);
    lay.int(at + setRow.isMixed, questions.isMixed[s] as number);
    lay.int(at + setRow.index, place);
    const shares = lay.rows(shareRow, groups.length);
    groups.forEach((g, i) => {
      const share = shares + i * shareRow.bytes;
      const weight = weights[i] as number;
      lay.float(share + shareRow.weight, weight);
      lay.float(share + shareRow.loadWeight, loadWeight(weight));
      lay.float(share + shareRow.reserve, reserves[i] as number);
      lay.int(share + shareRow.group, groupAt[g] as number);
      lay.flag(share + shareRow.isFirst, weight === 1);
    });
    lay.int(at + setRow.shares, shares);
    lay.int(at + setRow.sharesEnd, shares + groups.length * shareRow.bytes);
    const ranks = (questions.ranksOf[s] as readonly number[]).length;
    lay.int(at + setRow.ranks, ranks);
    lay.int(at + setRow.came, lay.take(8 * ranks));
    lay.int(at + setRow.factors, lay.take(8 * ranks));
  });
  return first;
}

/** Once the lines have their places. */
export function layLiveLines({ lay, walk, unit, setAt, lineAt }: LaidWalk): void {
  for (const s of unit.sets) {
    const at = setAt[s] as number;
    const live = (walk.sets.questions.liveOf[s] as readonly number[]).map((l) => lineAt[l] as number);
    lay.list(live, at + setRow.live, at + setRow.liveEnd);
  }
}

export function layLines(laid: LaidWalk, backs: LaidBacks): void {
  const { lay, unit, lineAt } = laid;
  const first = lay.rows(lineRow, unit.lines.length);
  unit.lines.forEach((l, place) => {
    lineAt[l] = first + place * lineRow.bytes;
  });
  for (const l of unit.lines) layLine(laid, backs, l);
}

function layLine(laid: LaidWalk, backs: LaidBacks, l: number): void {
  const { lay, walk, room, setAt } = laid;
  const { steady: model, lanes: network, rows, ways, all } = walk.ground;
  const at = laid.lineAt[l] as number;
  const line = network.lines[l] as Line;
  const place = rows.placeOf[l] as number;
  const { redialShare, blockedRedialShare } = model.classes[line.classIndex] as SteadyClass;
  lay.float(at + lineRow.seconds, line.seconds);
  lay.float(at + lineRow.spanSeconds, line.spanSeconds);
  lay.float(at + lineRow.variation, line.variation);
  lay.float(at + lineRow.patience, line.patience);
  lay.float(at + lineRow.balking, line.balking);
  lay.float(at + lineRow.passing, line.passing);
  lay.float(at + lineRow.goneOfLoad, ways.gone[l] as number);
  lay.float(at + lineRow.goneOfWork, ways.gone[l] as number);
  lay.float(at + lineRow.span, ways.span[l] as number);
  lay.float(at + lineRow.resolvedShare, rows.resolvedShare[l] as number);
  lay.float(at + lineRow.returnShare, rows.returnShare[l] as number);
  lay.float(at + lineRow.redialShare, redialShare);
  lay.float(at + lineRow.blockedRedialShare, blockedRedialShare);
  lay.float(at + lineRow.before, rows.before[l] as number);
  lay.float(at + lineRow.answeredShare, 1);
  lay.int(at + lineRow.set, setAt[line.set] as number);
  lay.flag(at + lineRow.isLive, line.live);
  lay.flag(at + lineRow.isInternal, line.isInternal);
  lay.int(
    at + lineRow.rank,
    (walk.sets.questions.ranksOf[line.set] as readonly number[]).indexOf(line.priority),
  );
  lay.int(at + lineRow.places, line.places);
  lay.int(at + lineRow.place, place);
  lay.int(at + lineRow.at, place * lineCount);
  lay.int(at + lineRow.channelRow, rows.channelRow[l] as number);
  lay.int(at + lineRow.teamRow, rows.teamRow[l] as number);
  lay.int(at + lineRow.resolves, rows.resolves[l] as number);
  lay.int(at + lineRow.isFirst, rows.isFirst[l] as number);
  lay.int(at + lineRow.answersAtBegin, rows.answersAtBegin[l] as number);
  lay.int(at + lineRow.handsInside, ways.handsOverInside[l] as number);
  lay.int(at + lineRow.back, backs.backAt(line.classIndex, rows.returnLaw[l] as number));
  lay.int(at + lineRow.again, backs.againAt(line.classIndex));
  lay.int(at + lineRow.came, room.came + place * bytesOfInts(all + 1));
  lay.int(at + lineRow.amounts, room.amounts + place * 8 * (all + 1));
  layNexts(laid, l, at);
}

function layNexts({ lay, walk, room, lawAt }: LaidWalk, l: number, at: number): void {
  const { nexts, outside: outsideOf } = walk.ground.ways;
  const outside = outsideOf[l] as readonly Next[];
  const first = lay.rows(nextRow, outside.length);
  outside.forEach(({ share, kind, stage, law, isOwnUnit }, i) => {
    const next = first + i * nextRow.bytes;
    lay.float(next + nextRow.share, share);
    lay.int(next + nextRow.into, (isOwnUnit ? room.laterAt[stage] : room.outgoingAt[stage]) as number);
    if (kind === departmentKind) lay.int(next + nextRow.law, lawAt(law));
  });
  lay.int(at + lineRow.nexts, first);
  lay.int(at + lineRow.nextsEnd, first + outside.length * nextRow.bytes);
  const inside = (nexts[l] as readonly Next[]).filter(({ isInside }) => isInside);
  const from = lay.rows(insideRow, inside.length);
  inside.forEach(({ share, stage, isAhead }, i) => {
    lay.float(from + i * insideRow.bytes + insideRow.share, share);
    lay.int(from + i * insideRow.bytes + insideRow.later, room.laterAt[stage] as number);
    lay.flag(from + i * insideRow.bytes + insideRow.isAhead, isAhead);
  });
  lay.int(at + lineRow.inside, from);
  lay.int(at + lineRow.insideEnd, from + inside.length * insideRow.bytes);
}

/** Stages to which work is handed; gives where the rows begin and end. */
export function layStages({ lay, walk, room, lineAt }: LaidWalk): readonly [number, number] {
  const { handOvers, ground } = walk;
  const { liveLine, deferredLine } = ground.lanes;
  const stages = handOvers.busyStages;
  const first = lay.rows(stageRow, stages.length);
  stages.forEach((stage, i) => {
    const at = first + i * stageRow.bytes;
    const live = liveLine[stage] as number;
    const deferred = deferredLine[stage] as number;
    const open = ground.ways.isOpen[ground.steady.stages[stage]?.homeTeam ?? 0] ?? null;
    const hands = (l: number): boolean => l !== -1 && ground.ways.handsOverInside[l] === 1;
    lay.int(at + stageRow.later, room.laterAt[stage] as number);
    lay.int(at + stageRow.open, open === null ? 0 : lay.array(open));
    lay.int(at + stageRow.live, lineAt[live] ?? 0);
    lay.int(at + stageRow.deferred, lineAt[deferred] ?? 0);
    lay.flag(at + stageRow.livePasses, hands(live));
    lay.flag(at + stageRow.deferredPasses, hands(deferred));
  });
  return [first, first + stages.length * stageRow.bytes];
}

/** Steps that follow each other in pairs, as the kernel adds them. */
export function layLaw(lay: Laying, steps: Int32Array, shares: Float64Array): number {
  const at = lay.rows(lawRow, 1);
  const firsts: number[] = [];
  for (let i = 0; i < steps.length; i += 1) {
    firsts.push(i);
    if (steps[i + 1] === (steps[i] as number) + 1) i += 1;
  }
  const pairs = lay.rows(pairRow, firsts.length);
  firsts.forEach((i, place) => {
    const pair = pairs + place * pairRow.bytes;
    const isPair = (firsts[place + 1] ?? steps.length) === i + 2;
    lay.float(pair + pairRow.share, shares[i] as number);
    lay.float(pair + pairRow.next, isPair ? (shares[i + 1] as number) : 0);
    lay.int(pair + pairRow.steps, steps[i] as number);
  });
  lay.int(at + lawRow.pairs, pairs);
  lay.int(at + lawRow.pairsEnd, pairs + firsts.length * pairRow.bytes);
  lay.int(at + lawRow.least, Math.min(...steps));
  lay.int(at + lawRow.most, Math.max(...steps) + 1);
  return at;
}
