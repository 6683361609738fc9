// The places in which contacts wait, as formulas see them: one line a stage and kind of work, and the sets of groups that
// serve the same lines. Nothing here depends on time.
import { lawKind } from '../simulation/engine/laws.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { outcomeKind } from '../simulation/model/compiledModel.ts';
import { bestSpeed } from './chatStation.ts';
import { squareOf } from './lawMoments.ts';
import { oneTable } from './rankFactors.ts';
import type { SteadyModel } from './steadyModel.ts';
import { type UsualLaw, withUsual } from './usualLaws.ts';

/** A line: contacts of one class at one stage, live or deferred. */
export interface Line {
  readonly stage: number;
  readonly live: boolean;
  readonly classIndex: number;
  readonly channel: number;
  readonly team: number;
  readonly priority: number;
  readonly set: number;
  /**
   * Mean time that a visit takes an agent. Of chats before a team of their own it is the part of a shared agent; beside other work a chat
   * comes to an agent without work as long as there is one, and takes all of that agent's time.
   */
  readonly seconds: number;
  /** What a visit is reckoned to ask of its team, before proficiency. */
  readonly nominalSeconds: number;
  /** Mean time from beginning to end as the customer sees it, and the square of its variation. */
  readonly spanSeconds: number;
  readonly variation: number;
  readonly handlingLaw: number;
  /** Mean patience, infinity where nobody leaves; whether its law is not exponential. */
  readonly patience: number;
  readonly patienceIsGeneral: boolean;
  readonly balking: number;
  /** Share of those who find all busy and do not join the line of the set: chats go to who has chats already. */
  readonly passing: number;
  readonly pair: number;
  readonly isInternal: boolean;
  /** Contacts that an agent handles at a time. */
  readonly places: number;
  /** How fast each is where there are several; null: one at a time. */
  readonly chats: CompiledModel['concurrency'][number] | null;
  /** Of those who reach people here for the first time: share that an assistant handed over, and the law of its time. */
  readonly assistant: { readonly share: number; readonly law: number } | null;
}

/** Groups that serve lines together; a group that takes over later counts with less weight. */
export interface SetOfLanes {
  readonly groups: readonly number[];
  readonly weights: readonly number[];
  readonly lines: number[];
  /** Agents kept back for live work, by group. */
  readonly reserves: readonly number[];
  /** Whether no other set has any of these groups. */
  readonly isAlone: boolean;
}

/** A set with what usually stands before it, which hangs on the volumes. */
export interface ServingSet extends SetOfLanes {
  /** The usual mix of its live lines, where they differ; null: they are alike, or nothing is known to come. */
  readonly usual: UsualLaw | null;
  /** Mean handling of the deferred work of its groups; 0: they have none. */
  readonly deferredHandling: number;
}

/** Lines and sets, whatever comes to them. */
export interface Lanes {
  readonly lines: readonly Line[];
  /** Number of the line of each stage, -1 for none. */
  readonly liveLine: Int32Array;
  readonly deferredLine: Int32Array;
  readonly sets: readonly SetOfLanes[];
  /** Stages in an order in which hand-overs mostly go forward, and the place of each in it. */
  readonly order: readonly number[];
  readonly placeOf: Int32Array;
}

export interface Network extends Lanes {
  readonly sets: readonly ServingSet[];
}

/** Of chats that find all busy, the share for whom an agent with chats has room. */
const chatsPassing = 0.9;
/** Who waits a minute for a group gets half of its help. */
const overflowHalf = 60;

export const networkOf = (model: CompiledModel): Network => withUsual(model, lanesOf(model));

export function lanesOf(model: SteadyModel): Lanes {
  const { stages, queues, pairs, laws, teams, groups, classes } = model;
  const lines: Line[] = [];
  const liveLine = new Int32Array(stages.length).fill(-1);
  const deferredLine = new Int32Array(stages.length).fill(-1);
  const setOf = new Map<string, number>();
  const sets: Pick<SetOfLanes, 'groups' | 'weights' | 'lines' | 'reserves'>[] = [];

  const setOfQueue = (queue: number): number => {
    const entries = queues[queue]?.entries ?? [];
    const weight = new Map<number, number>();
    for (const { afterSeconds, groups: members } of entries) {
      for (const g of members)
        if (!weight.has(g)) weight.set(g, overflowHalf / (overflowHalf + afterSeconds));
    }
    const members = [...weight.keys()].sort((a, b) => a - b);
    const name = members.map((g) => `${g}:${weight.get(g)}`).join(' ');
    let index = setOf.get(name);
    if (index === undefined) {
      index = sets.length;
      setOf.set(name, index);
      sets.push({
        groups: members,
        weights: members.map((g) => weight.get(g) as number),
        lines: [],
        reserves: members.map((g) => groups[g]?.reservedForLive ?? 0),
      });
    }
    return index;
  };

  const afterDepartment = lawsAfterDepartments(model);
  stages.forEach((stage, s) => {
    const entry = classes[stage.classIndex];
    if (entry === undefined) return;
    const meets = entry.assistantShare;
    const through = 1 - meets + meets * entry.assistantHandedOver;
    const factor =
      through > 0 ? (1 - meets + meets * entry.assistantHandedOver * entry.handOverFactor) / through : 1;
    const add = (queue: number, live: boolean): number => {
      const model_ = queues[queue];
      if (queue === -1 || model_ === undefined) return -1;
      const set = setOfQueue(queue);
      const members = sets[set]?.groups ?? [];
      const served = [stage.homeTeam, ...members.map((g) => groups[g]?.team ?? 0)];
      const pair =
        served.map((t) => stage.classIndex * teams.length + t).find((at) => (pairs[at] ?? null) !== null) ??
        -1;
      const found = pairs[pair] ?? null;
      const special = stage.handlingLaw === -1 ? (afterDepartment.get(s) ?? -1) : stage.handlingLaw;
      const handlingLaw = special === -1 ? (found?.handlingLaw ?? -1) : special;
      const law = laws[handlingLaw];
      const mean = (special === -1 ? (found?.meanSeconds ?? 0) : (law?.meanSeconds ?? 0)) * factor;
      const skill =
        members.reduce((sum, g) => sum + (groups[g]?.proficiency[stage.classIndex] ?? 1), 0) /
        Math.max(1, members.length);
      const table = model.concurrency[model_.concurrency];
      let most = 1;
      if (table !== undefined)
        for (let n = 1; n <= table.limit; n += 1) most = Math.max(most, n * (table.speed[n] as number));
      const slowed = table === undefined ? 1 : table.limit / most;
      const patience = live ? laws[stage.patienceLaw] : undefined;
      const lawMean = law?.meanSeconds ?? 0;
      const line: Line = {
        stage: s,
        live,
        classIndex: stage.classIndex,
        channel: entry.channel,
        team: stage.homeTeam,
        priority: model_.priority,
        set,
        seconds: mean / skill / most,
        nominalSeconds: mean / most,
        spanSeconds: (mean / skill) * (table === undefined ? 1 : (1 + slowed) / 2),
        variation: law === undefined || lawMean <= 0 ? 1 : squareOf(law) / (lawMean * lawMean) - 1,
        handlingLaw,
        patience: patience === undefined ? Number.POSITIVE_INFINITY : patience.meanSeconds,
        patienceIsGeneral:
          patience !== undefined && patience.kind !== lawKind.exponential && patience.kind !== lawKind.never,
        balking: live || !entry.live ? stage.balkingShare : 0,
        passing: live || !entry.live ? stage.balkingShare : 0,
        pair,
        isInternal: entry.isInternal,
        places: table === undefined ? 1 : table.limit,
        chats: table ?? null,
        assistant:
          meets > 0 && entry.firstStage === s && entry.assistantTimeLaw !== -1
            ? { share: (meets * entry.assistantHandedOver) / through, law: entry.assistantTimeLaw }
            : null,
      };
      const index = lines.push(line) - 1;
      sets[set]?.lines.push(index);
      return index;
    };
    liveLine[s] = add(stage.liveQueue, true);
    deferredLine[s] = add(stage.deferredQueue, false);
  });

  const order = orderOf(model);
  const placeOf = new Int32Array(stages.length);
  order.forEach((stage, place) => {
    placeOf[stage] = place;
  });
  const isAlone = (at: number): boolean =>
    sets.every((other, o) => o === at || !other.groups.some((g) => sets[at]?.groups.includes(g)));
  sets.forEach((set, at) => {
    const live = set.lines.filter((l) => lines[l]?.live);
    if (isAlone(at) && oneTable(lines, live) !== null) return;
    for (const l of live) {
      const line = lines[l] as Line;
      if (line.chats !== null && line.chats.limit > 1)
        lines[l] = { ...line, seconds: line.seconds * bestSpeed(line.chats), passing: chatsPassing };
    }
  });
  return {
    ...{ lines, liveLine, deferredLine, order, placeOf },
    sets: sets.map((set, at) => ({ ...set, isAlone: isAlone(at) })),
  };
}

/** Handling of what comes back from another department, by the stage to which it comes back. */
function lawsAfterDepartments({ pairs }: SteadyModel): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const pair of pairs)
    for (const { kind, stage, handlingLaw } of pair?.outcomes ?? [])
      if (kind === outcomeKind.otherDepartment && handlingLaw !== -1) found.set(stage, handlingLaw);
  return found;
}

/** Stages to which a stage hands over, with the share of its completed visits. */
export function nextOf(
  model: Pick<CompiledModel, 'stages' | 'pairs'>,
  stage: number,
  pairIndex: number,
): { readonly stage: number; readonly share: number; readonly kind: number; readonly law: number }[] {
  const found = model.stages[stage];
  const pair = model.pairs[pairIndex] ?? null;
  if (found === undefined || pair === null) return [];
  if (found.nextStage !== -1) {
    const wrong = found.wrongTeamShare / Math.max(1, found.wrongTeamStages.length);
    return [
      { stage: found.nextStage, share: 1 - found.wrongTeamShare, kind: 0, law: -1 },
      ...found.wrongTeamStages.map((at) => ({ stage: at, share: wrong, kind: 0, law: -1 })),
    ];
  }
  let before = pair.resolvedBelow;
  return pair.outcomes.map((outcome) => {
    const share = outcome.below - before;
    before = outcome.below;
    return { stage: outcome.stage, share, kind: outcome.kind, law: outcome.law };
  });
}

/** A depth-first order: each stage before those to which it hands over, but for circles. */
function orderOf(model: SteadyModel): number[] {
  const { stages, teams, classes } = model;
  const seen = new Uint8Array(stages.length);
  const ended: number[] = [];
  const visit = (stage: number): void => {
    if (stage < 0 || seen[stage] === 1) return;
    seen[stage] = 1;
    const found = stages[stage];
    if (found === undefined) return;
    const pair = found.classIndex * teams.length + found.homeTeam;
    for (const { stage: next } of nextOf(model, stage, pair)) visit(next);
    ended.push(stage);
  };
  for (const { firstStage } of classes) visit(firstStage);
  for (let stage = 0; stage < stages.length; stage += 1) visit(stage);
  return ended.reverse();
}
