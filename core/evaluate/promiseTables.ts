// What becomes of each promise: its service level and where it was decided, with the marks.
import {
  absent,
  type Basis,
  type Departure,
  type MarkedPromise,
  type MarkedValue,
} from '../measures/evaluation.ts';
import { expectedOffered } from '../simulation/collect/expectedOffered.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { scalar } from '../simulation/model/tallyLayout.ts';
import type { TeamBasis } from './bases.ts';
import type { Lanes } from './network.ts';
import { promiseDepartures } from './promiseDepartures.ts';
import { basisOf } from './scopes.ts';
import type { SteadyModel } from './steadyModel.ts';
import type { Steps } from './steps.ts';
import type { Tallies } from './tallies.ts';

/** What is known of the basis of a promise before anybody asks for those of its teams: which these are, and how it departs beside them. */
export interface PromiseScope {
  readonly teams: readonly number[];
  readonly departures: readonly Departure[];
}

type PromiseModel = CompiledModel['promises'][number];

/** All of a promise that says what it is about, but for its target. */
export const partsOfPromiseScope = (promise: PromiseModel): readonly unknown[] => [
  ...[promise.clock, promise.ofClass, promise.ofTeam, promise.calendarOfClass],
  ...[promise.abandoned, promise.cumulates],
];

export function promiseScopeOf(
  model: Pick<SteadyModel, 'classes' | 'channels'>,
  { lines: all }: Lanes,
  promise: PromiseModel,
): PromiseScope {
  const lines = all.filter(
    ({ classIndex, stage, team }) =>
      promise.ofClass[classIndex] === 1 &&
      (promise.clock === 'wait'
        ? promise.ofTeam[team] === 1
        : promise.clock === 'resolution' || model.classes[classIndex]?.firstStage === stage),
  );
  return {
    teams: [...new Set(lines.map(({ team }) => team))],
    departures: promiseDepartures(model, promise, lines),
  };
}

export const promiseBasis = ({ teams, departures }: PromiseScope, bases: readonly TeamBasis[]): Basis =>
  basisOf(
    teams.map((t) => bases[t] as TeamBasis),
    departures,
  );

/** First attempts that are expected to reach people, for a promise that is told over them; by channel and interval. */
export function expectedOf(
  model: CompiledModel,
  steps: Steps,
  p: number,
): ReturnType<typeof expectedOffered> | null {
  if (model.promises[p]?.ofExpected !== true) return null;
  const times = new Float64Array(Math.max(scalar.horizonSeconds, scalar.observedSeconds) + 1);
  times[scalar.horizonSeconds] = steps.horizonSeconds;
  times[scalar.observedSeconds] = steps.horizonSeconds - steps.warmUpSeconds;
  return expectedOffered(model, p, times);
}

type Kept = { readonly counted: number; readonly met: number };

export function promisesOf(
  model: CompiledModel,
  steps: Steps,
  tallies: Tallies,
  scopeOf: (promise: number) => PromiseScope,
  bases: readonly TeamBasis[],
): { [id: string]: MarkedPromise } {
  const { promiseClass, promiseTeam } = tallies;
  const keptAt = (of: Tallies['promiseClass'], places: readonly number[]): Kept => {
    let counted = 0;
    let met = 0;
    for (const at of places) {
      counted += of.counted[at] as number;
      met += of.met[at] as number;
    }
    return { counted, met };
  };
  const ofChannel: number[][] = model.channels.map(() => []);
  model.classes.forEach(({ channel }, c) => {
    ofChannel[channel]?.push(c);
  });
  const found = model.promises.map((promise, p): readonly [string, MarkedPromise] => {
    const basis = promiseBasis(scopeOf(p), bases);
    // Who accepts a call-back depends on the line at that moment: no formula follows it.
    const isOfCallBacks = model.classes.some(
      ({ callBackTries, isInternal }, c) => !isInternal && callBackTries !== null && promise.ofClass[c] === 1,
    );
    const expected = expectedOf(model, steps, p)?.byChannel ?? null;
    const share = ({ counted, met }: Kept, over: number | null = null): MarkedValue => {
      if (isOfCallBacks && promise.clock === 'firstResponse') return absent('noFormula');
      const whole = over ?? counted;
      if (!(whole > 1e-9)) return absent('nothingCounted');
      // Over the expected attempts more can be kept than were expected.
      return {
        value: Math.min(over === null ? 1 : Number.POSITIVE_INFINITY, Math.max(0, met / whole)),
        basis,
      };
    };
    const classes = model.classes.map((_, c) => p * model.classes.length + c);
    const teamPlace = (t: number): number => p * model.teams.length + t;
    const known = (entries: readonly (readonly [string, MarkedValue])[]) =>
      Object.fromEntries(entries.filter(([, { value }]) => value !== null));
    const whole = keptAt(promiseClass, classes);
    return [
      promise.id,
      {
        serviceLevelFraction: share(
          whole,
          expected?.reduce((all, one) => all + one, 0),
        ),
        countedContacts: { value: whole.counted, basis },
        targetSeconds: promise.targetSeconds,
        shareToAttain: promise.shareToAttain,
        byChannel: known(
          model.channels.map(({ id }, channel) => {
            const own = (ofChannel[channel] ?? []).map((c) => classes[c] as number);
            return [id, share(keptAt(promiseClass, own), expected?.[channel])];
          }),
        ),
        byTier: known(
          model.tiers.map(({ id }, tier) => {
            const own = model.teams.flatMap((team, t) => (team.tier === tier ? [teamPlace(t)] : []));
            return [id, share(keptAt(promiseTeam, own))];
          }),
        ),
        byTeam: known(model.teams.map(({ id }, t) => [id, share(keptAt(promiseTeam, [teamPlace(t)]))])),
      },
    ];
  });
  return Object.fromEntries(found);
}
