// Where abandonments may be looked at only when their contact would be picked: nothing depends on them earlier.
import type { CompiledModel } from './compiledModel.ts';
import { noOne } from './eventCodes.ts';

export function mayLookLate({ channels, classes, groups, pairs, stages, teams }: CompiledModel): boolean {
  // What lies in deferred lines at the end of an interval must be known then.
  const deferredLeave = stages.some(
    ({ patienceLaw, classIndex }) => patienceLaw !== noOne && classes[classIndex]?.live !== true,
  );
  return (
    !deferredLeave &&
    classes.every((entry) => entry.callBackTries === null && entry.redialShare === 0) &&
    !pairs.some((pair) => pair?.outcomes.some((row) => row.warmSeconds >= 0)) &&
    teams.every((team) => team.waitingPlaces === Number.POSITIVE_INFINITY) &&
    groups.every((group) => !group.longestFirst) &&
    channels.every(
      (channel) =>
        channel.lines === Number.POSITIVE_INFINITY &&
        channel.waitingPlaces === Number.POSITIVE_INFINITY &&
        !channel.disconnects,
    )
  );
}
