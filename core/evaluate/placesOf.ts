// How many may wait before a team.
import type { Line } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';

/** The fewest places to wait, and the fewest lines, of the channels of some live lines. */
export interface PlaceLimits {
  readonly waitingPlaces: number;
  readonly lines: number;
}

export function placeLimits(
  { channels }: SteadyModel,
  lines: readonly Line[],
  live: readonly number[],
): PlaceLimits {
  let waitingPlaces = Number.POSITIVE_INFINITY;
  let fewest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < live.length; i += 1) {
    const channel = channels[lines[live[i] as number]?.channel ?? -1];
    if (channel === undefined) continue;
    waitingPlaces = Math.min(waitingPlaces, channel.waitingPlaces);
    fewest = Math.min(fewest, channel.lines);
  }
  return { waitingPlaces, lines: fewest };
}

/** Places for those who wait; limits that can hardly be reached cost nothing. */
export function placesOf({ waitingPlaces, lines }: PlaceLimits, agents: number, load: number): number {
  const places = Math.min(waitingPlaces, Math.max(0, lines - Math.ceil(agents)));
  return places > 20 && load < agents + places / 4 ? Number.POSITIVE_INFINITY : places;
}
