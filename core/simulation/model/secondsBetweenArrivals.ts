// How far apart events lie on average, for the width of the calendar's stretches: a matter of speed alone.
import type { CompiledModel } from './compiledModel.ts';

/** Mean seconds between two arrivals of a model over the hours in which anybody arrives; a second where nobody does. */
export function secondsBetweenArrivals(model: CompiledModel): number {
  let arrivals = 0;
  let openSeconds = 0;
  for (const { segments, arrivalsSeconds } of model.classes) {
    arrivals += arrivalsSeconds?.length ?? 0;
    if (segments === null) continue;
    let own = 0;
    segments.ratePerSecond.forEach((rate, i) => {
      const seconds = (segments.startsSeconds[i + 1] as number) - (segments.startsSeconds[i] as number);
      arrivals += rate * seconds;
      if (rate > 0) own += seconds;
    });
    openSeconds = Math.max(openSeconds, own);
  }
  return arrivals > 0 && openSeconds > 0 ? openSeconds / arrivals : 1;
}
