// What becomes of each promise: its service level and where it was decided, with the marks.
import { absent, type Basis, type MarkedPromise, type MarkedValue } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { promiseDepartures, type TeamBasis } from './departures.ts';
import type { Network } from './network.ts';
import { basisOf } from './scopes.ts';
import type { Tallies } from './tallies.ts';

export function promiseBasis(
  model: CompiledModel,
  network: Network,
  bases: readonly TeamBasis[],
  p: number,
): Basis {
  const promise = model.promises[p] as CompiledModel['promises'][number];
  const lines = network.lines.filter(
    ({ classIndex, stage, team }) =>
      promise.ofClass[classIndex] === 1 &&
      (promise.clock === 'wait'
        ? promise.ofTeam[team] === 1
        : promise.clock === 'resolution' || model.classes[classIndex]?.firstStage === stage),
  );
  return basisOf(
    [...new Set(lines.map(({ team }) => team))].map((t) => bases[t] as TeamBasis),
    promiseDepartures(model, promise, lines),
  );
}

type Kept = { readonly counted: number; readonly met: number };

export function promisesOf(
  model: CompiledModel,
  tallies: Tallies,
  network: Network,
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
  const found = model.promises.map((promise, p): readonly [string, MarkedPromise] => {
    const basis = promiseBasis(model, network, bases, p);
    // Who accepts a call-back depends on the line at that moment: no formula follows it.
    const isOfCallBacks = model.classes.some(
      ({ callBackTries, isInternal }, c) => !isInternal && callBackTries !== null && promise.ofClass[c] === 1,
    );
    const share = ({ counted, met }: Kept): MarkedValue =>
      isOfCallBacks && promise.clock === 'firstResponse'
        ? absent('noFormula')
        : counted > 1e-9
          ? { value: Math.min(1, Math.max(0, met / counted)), basis }
          : absent('nothingCounted');
    const classes = model.classes.map((_, c) => p * model.classes.length + c);
    const teamPlace = (t: number): number => p * model.teams.length + t;
    const known = (entries: readonly (readonly [string, MarkedValue])[]) =>
      Object.fromEntries(entries.filter(([, { value }]) => value !== null));
    const whole = keptAt(promiseClass, classes);
    return [
      promise.id,
      {
        serviceLevelFraction: share(whole),
        countedContacts: { value: whole.counted, basis },
        targetSeconds: promise.targetSeconds,
        shareToAttain: promise.shareToAttain,
        byChannel: known(
          model.channels.map(({ id }, channel) => {
            const own = classes.filter((_, c) => model.classes[c]?.channel === channel);
            return [id, share(keptAt(promiseClass, own))];
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
