// What usually stands before a set: the mix of its lines over the whole horizon, by what the plan brings to them if nobody is lost. Where
// deferred work is done beside live work, a station is asked with this mix, so that it is asked the same again.
import type { CompiledModel } from '../simulation/index.ts';
import { type Lanes, type Line, type Network, nextOf } from './network.ts';
import { haveOneLaw } from './rankFactors.ts';

export interface UsualLaw {
  readonly handling: number;
  readonly variation: number;
  readonly patience: number;
  readonly balking: number;
}

/** Lanes with what usually stands before their sets. */
export function withUsual(model: CompiledModel, lanes: Lanes): Network {
  const { lines, sets } = lanes;
  const visits = usualVisits(model, lanes);
  const sharing = (at: number): number[] =>
    sets.flatMap(({ groups: others, lines: theirs }, o) =>
      o === at || others.some((g) => sets[at]?.groups.includes(g)) ? theirs : [],
    );
  const of = (list: readonly number[], live: boolean): [Line[], number[]] => {
    const found = list.filter((l) => lines[l]?.live === live);
    return [found.map((l) => lines[l] as Line), found.map((l) => visits[l] as number)];
  };
  return {
    ...lanes,
    sets: sets.map((set, at) => ({
      ...set,
      usual: haveOneLaw(
        lines,
        set.lines.filter((l) => lines[l]?.live),
      )
        ? null
        : usualLawOf(...of(set.lines, true)),
      deferredHandling: usualDeferred(...of(sharing(at), false)),
    })),
  };
}

/** Contacts of the horizon by line: through the stages in their order; what goes back in circles is left out. */
function usualVisits(model: CompiledModel, { lines, liveLine, deferredLine, order }: Lanes): Float64Array {
  const atStage = new Float64Array(model.stages.length);
  const seen = new Uint8Array(model.stages.length);
  const visits = new Float64Array(lines.length);
  for (const { firstStage, segments, arrivalsSeconds } of model.classes) {
    if (firstStage < 0) continue;
    let contacts = arrivalsSeconds?.length ?? 0;
    segments?.ratePerSecond.forEach((rate, i) => {
      contacts += rate * ((segments.startsSeconds[i + 1] as number) - (segments.startsSeconds[i] as number));
    });
    atStage[firstStage] = (atStage[firstStage] as number) + contacts;
  }
  for (const stage of order) {
    seen[stage] = 1;
    const live = liveLine[stage] as number;
    const l = live === -1 ? (deferredLine[stage] as number) : live;
    const line = lines[l];
    if (line === undefined) continue;
    const here = atStage[stage] as number;
    visits[l] = here;
    for (const { stage: next, share } of nextOf(model, stage, line.pair))
      if (next >= 0 && seen[next] === 0) atStage[next] = (atStage[next] as number) + here * share;
  }
  return visits;
}

/** The mix of live lines; null where nothing is known to come. Example: 30 calls of 100 s and 10 of 200 s: 125 s. */
function usualLawOf(own: readonly Line[], visits: readonly number[]): UsualLaw | null {
  const all = visits.reduce((sum, count) => sum + count, 0);
  if (!(all > 0)) return null;
  const mean = (of: (line: Line) => number): number =>
    own.reduce(
      (sum, line, i) => sum + ((visits[i] as number) > 0 ? (visits[i] as number) * of(line) : 0),
      0,
    ) / all;
  return {
    handling: mean(({ seconds }) => seconds),
    variation: mean(({ variation }) => variation),
    patience: 1 / mean(({ patience }) => 1 / patience),
    balking: mean(({ passing }) => passing),
  };
}

/** Mean handling of deferred lines, each as often as it is visited; where nothing is known to come, all alike. 0: there are none. */
function usualDeferred(own: readonly Line[], visits: readonly number[]): number {
  let all = 0;
  let work = 0;
  own.forEach(({ seconds }, i) => {
    all += visits[i] as number;
    work += (visits[i] as number) * seconds;
  });
  if (all > 0) return work / all;
  return own.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, own.length);
}
