// The chain of the sum that a number is mainly made of: from the fields of the plan, through the line that tells most at the
// time that tells most, to the amount of its part.
import type { Answer } from '../../evaluate/evaluate.ts';
import { arrivalsOf } from '../../evaluate/steps.ts';
import type { Basis } from '../../measures/evaluation.ts';
import type { ExplainedValue, NamedPart, Origin } from '../../measures/explanation.ts';
import type { QuantityName } from '../../measures/explanationNames.ts';
import type { Formula } from '../../measures/formula.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import { type Chain, derived, given, output, planned } from '../chain.ts';
import type { Parts } from '../parts.ts';
import type { Places } from '../places.ts';
import { byPart } from '../sumOfParts.ts';
import { groupAgents } from './agentSteps.ts';
import { basisBy, type CloseUp } from './closeUp.ts';
import { joinedInput } from './demandSteps.ts';
import { frontAmount, frontChain, outcomeChain } from './flowSteps.ts';
import { amountOf, type LineWitness, type SeenDay } from './lineWitness.ts';
import { liveChain } from './liveSteps.ts';
import { widened } from './overTime.ts';
import { partOfClass, type SumsAsked, sumsOf } from './sums.ts';
import { waitingChain } from './waitingSteps.ts';

export interface MainAsked {
  readonly chain: Chain;
  readonly plan: Plan;
  readonly parts: Parts;
  readonly places: Places;
  /** Sums of all that is counted, and of the step that is looked at. */
  readonly all: SumsAsked;
  readonly close: SumsAsked;
  readonly witness: LineWitness;
  readonly name: QuantityName;
  readonly basis: Basis;
}

/** The part that was followed, and where its amount comes from. */
export interface Followed {
  readonly of: NamedPart | null;
  readonly from: Origin;
}

/** Adds the chain; null where no line tells the sum apart. */
export function mainChain(asked: MainAsked): Followed | null {
  if (asked.name === 'dutySeconds') return dutyChain(asked);
  return lineChain(asked) ?? frontSum(asked);
}

const sameAs =
  (part: NamedPart | null) =>
  ({ of }: { readonly of: NamedPart | null }): boolean =>
    of?.id === part?.id && of?.kind === part?.kind;

const amountIn = (sums: SumsAsked, name: QuantityName, part: NamedPart | null): number =>
  byPart(sumsOf(sums, name)).find(sameAs(part))?.value ?? 0;

function closeUpOf(
  { chain, plan, parts, places, witness, all, basis }: MainAsked,
  day: SeenDay,
  l: number,
): CloseUp | null {
  const { answer } = all;
  const line = answer.network.lines[l];
  if (line === undefined) return null;
  return { chain, plan, parts, places, answer, day, l, line, basis, model: answer.model, step: witness.step };
}

function lineChain(asked: MainAsked): Followed | null {
  const { witness, name, all, close, parts, chain } = asked;
  const { days } = witness;
  const day = days.at(-1);
  if (day === undefined) return null;
  const { lines } = all.answer.network;
  const isOfTeams = all.kind === 'tiers' || all.kind === 'teams' || all.byTeam;
  const total = (l: number, of: QuantityName): number =>
    days.reduce((sum, one) => sum + one.weight * (amountOf(one, l, of, all.promise) ?? 0), 0);
  // Of a promise the line that misses most; of all else the one that brings most.
  const weightOf = (l: number): number =>
    name === 'met'
      ? total(l, 'counted') - total(l, 'met') + 1e-6 * total(l, 'counted')
      : Math.abs(total(l, name));
  if (amountOf(day, 0, name, all.promise) === null) return null;
  const candidates = lines
    .map((line, l) => ({ line, l, weight: weightOf(l) }))
    .filter(
      ({ line, weight }) =>
        weight > 0 &&
        all.reach.classes.includes(line.classIndex) &&
        (!isOfTeams || all.reach.teams.includes(line.team)),
    )
    .sort((a, b) => b.weight - a.weight);
  for (const { l, line } of candidates.slice(0, 3)) {
    const look = closeUpOf(asked, day, l);
    if (look === null) continue;
    const before = chain.steps.length;
    const last = chainOf(look, name, all.promise);
    const amounts = days.map((one) => amountOf(one, l, name, all.promise) ?? 0);
    // A chain that leads nowhere is taken back.
    if (last === null || last.from.kind !== 'step') {
      chain.steps.length = before;
      continue;
    }
    const of = isOfTeams ? parts.team(line.team) : partOfClass(all, line.classIndex);
    const inStep = amountIn(close, name, of);
    const inAll = amountIn(all, name, of);
    return { of, from: widened({ chain, name, days, amounts, inStep, inAll }, last) };
  }
  return null;
}

function chainOf(look: CloseUp, name: QuantityName, promise: number): ExplainedValue | null {
  switch (name) {
    case 'resolved':
    case 'resolvedForGood':
    case 'escalated':
    case 'toLead':
    case 'otherDepartment':
    case 'transfers':
      return outcomeChain(look, name);
    case 'offeredWorkSeconds':
      return workChain(look);
    default:
      return look.line.live && look.day.live.has(look.l)
        ? liveChain(look, name, promise)
        : waitingChain(look, name, promise);
  }
}

/** Work that the contacts of a line ask of its team. */
function workChain(look: CloseUp): ExplainedValue {
  const { chain, line, parts } = look;
  const joined = joinedInput(look);
  const handling = given('nominalHandling', line.nominalSeconds, 'seconds', derived(['handling']));
  const number = chain.add({
    code: 'ofLine',
    about: [...parts.ofClass(line.classIndex), parts.team(line.team)],
    inputs: [joined, handling],
    operation: { kind: 'formula', formula: ['*', 'joined', 'nominalHandling'] },
    outputs: [output('offeredWorkSeconds', (joined.value ?? 0) * line.nominalSeconds, 'workSeconds')],
    basis: basisBy(look, 'flow-balance'),
  });
  return chain.from(number);
}

/** Sums of what stands before the people. */
function frontSum(asked: MainAsked): Followed | null {
  const { witness, name, all, close, chain } = asked;
  const { days, step } = witness;
  const day = days.at(-1);
  const { answer, reach } = all;
  if (day === undefined || all.kind === 'tiers' || all.kind === 'teams') return null;
  const amount = (one: SeenDay, c: number): number | null =>
    frontAmount(one, c, step, (arrivalsOf(answer.model, c, answer.steps)[step] ?? 0) * one.factor, name);
  const candidates = reach.classes
    .map((c) => ({ c, value: amount(day, c) ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const [most] = candidates;
  if (most === undefined) return null;
  const stage = answer.model.classes[most.c]?.firstStage ?? -1;
  const { network } = answer;
  const live = network.liveLine[stage] ?? -1;
  const look = closeUpOf(asked, day, live === -1 ? (network.deferredLine[stage] ?? -1) : live);
  if (look === null) return null;
  const last = frontChain(look, name);
  if (last === null || last.from.kind !== 'step') return null;
  const of = partOfClass(all, most.c);
  const amounts = days.map((one) => amount(one, most.c) ?? 0);
  const inStep = amountIn(close, name, of);
  return { of, from: widened({ chain, name, days, amounts, inStep, inAll: amountIn(all, name, of) }, last) };
}

/** Agents of the team that has most, in the step. */
function dutyChain(asked: MainAsked): Followed | null {
  const { chain, plan, parts, places, all, close, witness, name } = asked;
  const { answer } = all;
  const { step, days } = witness;
  const length = answer.steps.seconds;
  const dutyOf = (t: number): number => amountIn(close, name, parts.team(t));
  const [team] = [...all.reach.teams].sort((a, b) => dutyOf(b) - dutyOf(a));
  if (team === undefined || dutyOf(team) <= 0) return null;
  const groups = answer.model.groups.flatMap((group, g) =>
    group.team === team && (answer.agents[g]?.[step] ?? 0) > 0 ? [g] : [],
  );
  if (groups.length === 0 || groups.length > 12) return null;
  const asks = { chain, plan, parts, places, answer, step };
  const inputs = groups.map((g, i) => chain.from(groupAgents(asks, g), `group${i}`));
  const keys = inputs.map(({ key }) => key);
  const value = groups.reduce((sum, g) => sum + (answer.agents[g]?.[step] ?? 0), 0) * length;
  const sum: Formula = keys.length === 1 ? (keys[0] as string) : ['+', ...keys];
  const number = chain.add({
    code: 'duty',
    about: [parts.team(team)],
    inputs: [
      ...inputs,
      given('intervalLength', length, 'seconds', places.at(['horizon', 'intervalMinutes'])),
    ],
    operation: { kind: 'formula', formula: ['*', sum, 'intervalLength'] },
    outputs: [output('dutySeconds', value, 'workSeconds')],
    basis: planned,
  });
  const of = parts.team(team);
  // Duty is the same on busy and on quiet days.
  const inStep = amountIn(close, name, of);
  const inAll = amountIn(all, name, of);
  const [one] = days;
  return {
    of,
    from: widened(
      { chain, name, days: one === undefined ? [] : [one], amounts: [value], inStep, inAll },
      chain.from(number),
    ),
  };
}

/** The steps of an answer that counts some of them only. */
export function countingOnly(answer: Answer, isCounted: (step: number) => boolean): Answer['steps'] {
  const { steps } = answer;
  const counted = steps.counted.map((share, k) => (isCounted(k) ? share : 0));
  return { ...steps, counted };
}
