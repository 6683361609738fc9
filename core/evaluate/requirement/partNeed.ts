// What one part of a team needs: people for its live work in each step, and people for deferred work beside them.
import { type DeferredAsked, deferredWork, type LivePart } from './deferredWork.ts';
import { LiveNeed } from './liveNeed.ts';

/** So many numbers in a row that save nobody end the search. */
const mostTries = 4;

/** By step of the stretch; not a number: no number of agents is enough. */
export interface PartNeed {
  /** For live work by itself. */
  readonly forLive: Float64Array;
  /** More, because of deferred work. */
  readonly forDeferred: Float64Array;
}

/**
 * First live work by itself; then the least number beside it, the same in all steps in which the team is open, with which the
 * deadlines of deferred work are kept; then in each step what keeps live contacts from waiting behind deferred work. With more
 * people beside it less deferred work stands before live contacts: the number is taken that needs fewest people in all.
 */
export function partNeed(asked: Omit<DeferredAsked, 'live'>): PartNeed {
  const { around, part, open, counts } = asked;
  const { first, last } = around.stretch;
  const size = last - first;
  const need = new LiveNeed(around, part);
  const forLive = new Float64Array(size);
  const live: LivePart = { agents: new Float64Array(size), worked: new Float64Array(size) };
  const isBlended = part.deferred.length > 0;
  for (let i = isBlended ? 0 : counts; i < size; i += 1) {
    const fewest = need.fewest(i, 0, null);
    forLive[i] = fewest ?? Number.NaN;
    if (!isBlended || fewest === null || fewest === 0) continue;
    live.agents[i] = fewest;
    live.worked[i] = need.workedWith(fewest, i);
  }
  if (!isBlended) return { forLive, forDeferred: new Float64Array(size) };
  const work = deferredWork({ ...asked, live });
  const least = work.least();
  if (least === null) return { forLive, forDeferred: new Float64Array(size).fill(Number.NaN) };
  let best: Float64Array | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (let more = least, tries = 0; tries < mostTries; more += 1) {
    const beside = work.besideLive(more);
    const forDeferred = new Float64Array(size);
    let sum = 0;
    let isLive = false;
    for (let i = counts; i < size; i += 1) {
      const alone = forLive[i] as number;
      if (Number.isNaN(alone)) continue;
      const here = alone + ((open[first + i] as number) > 0 ? more : 0);
      const all = alone > 0 ? (need.fewest(i, here, beside[i] as number) ?? Number.NaN) : here;
      if (all > here) isLive = true;
      forDeferred[i] = all - alone;
      sum += all - alone;
    }
    if (best === null || sum < fewest) {
      best = forDeferred;
      fewest = Number.isNaN(sum) ? fewest : sum;
      tries = 0;
    } else tries += 1;
    if (!isLive && !Number.isNaN(sum)) break;
  }
  return { forLive, forDeferred: best as Float64Array };
}
