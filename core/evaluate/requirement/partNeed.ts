// What one part of a team needs: people for its live work in each step, and people for deferred work beside them.
import { type DeferredAsked, deferredNeed, type LivePart } from './deferredNeed.ts';
import { LiveNeed } from './liveNeed.ts';

/** Not a number: no number of agents is enough. */
export interface PartNeed {
  /** By step of the stretch. */
  readonly forLive: Float64Array;
  /** In all steps in which the team is open. */
  readonly forDeferred: number;
}

/**
 * First live work by itself; then the least number beside it for the deadlines of deferred work; then live work once more, since
 * deferred work that is under way keeps live contacts waiting.
 */
export function partNeed(asked: Omit<DeferredAsked, 'live'>): PartNeed {
  const { around, part, open, counts } = asked;
  const { first, last } = around.stretch;
  const size = last - first;
  const need = new LiveNeed(around, part);
  const agents = new Float64Array(size);
  const live: LivePart = { agents: new Float64Array(size), worked: new Float64Array(size) };
  const isBlended = part.deferred.length > 0;
  for (let i = isBlended ? 0 : counts; i < size; i += 1) {
    const fewest = need.fewest(i, 0, null);
    agents[i] = fewest ?? Number.NaN;
    if (!isBlended || fewest === null || fewest === 0) continue;
    live.agents[i] = fewest;
    live.worked[i] = need.workedWith(fewest, i);
  }
  if (!isBlended) return { forLive: agents, forDeferred: 0 };
  const deferred = deferredNeed({ ...asked, live });
  const more = deferred.agents;
  if (more === null) return { forLive: agents, forDeferred: Number.NaN };
  for (let i = counts; i < size; i += 1) {
    const alone = agents[i] as number;
    if (!(alone > 0)) continue;
    const beside = (open[first + i] as number) > 0 ? more : 0;
    const both = need.fewest(i, alone + beside, deferred.done[i] as number);
    agents[i] = both === null ? Number.NaN : both - beside;
  }
  return { forLive: agents, forDeferred: more };
}
