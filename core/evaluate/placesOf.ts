// How many may wait before a team.
import type { CompiledModel } from '../simulation/index.ts';
import type { Line } from './network.ts';

/** Places for those who wait, of the channel that has fewest; limits that can hardly be reached cost nothing. */
export function placesOf(
  model: CompiledModel,
  lines: readonly Line[],
  live: readonly number[],
  agents: number,
  load: number,
): number {
  let places = Number.POSITIVE_INFINITY;
  for (let i = 0; i < live.length; i += 1) {
    const channel = model.channels[lines[live[i] as number]?.channel ?? -1];
    if (channel === undefined) continue;
    places = Math.min(places, channel.waitingPlaces, Math.max(0, channel.lines - Math.ceil(agents)));
  }
  return places > 20 && load < agents + places / 4 ? Number.POSITIVE_INFINITY : places;
}
