// Where a promise departs from what formulas answer, beside the departures of the teams that it is about.
import type { Departure } from '../measures/evaluation.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { endless, redials } from './departures.ts';
import type { Line } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';

/** How a promise departs from what formulas answer, beside its teams. */
export function promiseDepartures(
  model: Pick<SteadyModel, 'classes' | 'channels'>,
  promise: CompiledModel['promises'][number],
  lines: readonly Line[],
): Departure[] {
  const found: Departure[] = [];
  if (promise.clock === 'resolution') found.push('severalStages');
  // Live waits are told in elapsed time.
  const isOfOpenTime = ({ live, classIndex }: Line): boolean =>
    live && (promise.calendarOfClass[classIndex] as number) > 0;
  if (lines.some(isOfOpenTime)) found.push('businessHours');
  // Who leaves a limited line in time is not told apart.
  const isLimited = ({ channel }: Line): boolean => {
    const { waitingPlaces = endless, lines: places = endless } = model.channels[channel] ?? {};
    return Math.min(waitingPlaces, places) < endless;
  };
  if (promise.abandoned !== 'missed' && lines.some((line) => line.patience < endless && isLimited(line)))
    found.push('limits');
  const again = ({ classIndex }: Line): boolean => {
    const entry = model.classes[classIndex];
    return entry !== undefined && redials(entry);
  };
  if (promise.cumulates && lines.some(again)) found.push('cumulatedWaits');
  return found;
}
