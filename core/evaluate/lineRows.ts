// Where the sums of each line and group stand in the sums of its unit, and what follows when a line ends a contact: looked up
// once a plan, not once a step.
import type { Lanes } from './network.ts';
import type { SteadyModel } from './steadyModel.ts';
import { channelLines, teamLines } from './unitSums.ts';
import type { Unit } from './units.ts';

export interface LineRows {
  /** Place of each line, and of each group, in its unit. */
  readonly placeOf: Int32Array;
  readonly placeOfGroup: Int32Array;
  /** First row of its channel and of its team among the series of its unit; below 0: it has no channel. */
  readonly channelRow: Int32Array;
  readonly teamRow: Int32Array;
  /** Whether contacts are resolved at the line, which share of those that end there, and which share of these comes back. */
  readonly resolves: Uint8Array;
  readonly resolvedShare: Float64Array;
  readonly returnShare: Float64Array;
  readonly returnLaw: Int32Array;
  /** Whether the beginning of a handling answers the contact for the first time, or its end does (deferred work). */
  readonly isFirst: Uint8Array;
  readonly answersAtBegin: Uint8Array;
  /** Mean time that an assistant took before the line, of all its contacts. */
  readonly before: Float64Array;
}

export function lineRowsOf(model: SteadyModel, { lines }: Lanes, units: readonly Unit[]): LineRows {
  const size = lines.length;
  const rows = {
    placeOf: new Int32Array(size),
    placeOfGroup: new Int32Array(model.groups.length),
    channelRow: new Int32Array(size),
    teamRow: new Int32Array(size),
    resolves: new Uint8Array(size),
    resolvedShare: new Float64Array(size),
    returnShare: new Float64Array(size),
    returnLaw: new Int32Array(size),
    isFirst: new Uint8Array(size),
    answersAtBegin: new Uint8Array(size),
    before: new Float64Array(size),
  };
  for (const { lines: own, channels, teams, groups } of units) {
    const channelPlace = placesOfAll(channels);
    const teamPlace = placesOfAll(teams);
    groups.forEach((g, place) => {
      rows.placeOfGroup[g] = place;
    });
    own.forEach((l, place) => {
      const line = lines[l];
      if (line === undefined) return;
      rows.placeOf[l] = place;
      rows.channelRow[l] = (channelPlace.get(line.channel) ?? -1) * channelLines.length;
      rows.teamRow[l] = (teamPlace.get(line.team) ?? -1) * teamLines.length;
    });
  }
  lines.forEach(({ isInternal, stage, pair, classIndex, assistant }, l) => {
    const found = model.pairs[pair] ?? null;
    const entry = model.classes[classIndex];
    rows.resolves[l] = isInternal || (model.stages[stage]?.nextStage ?? -1) !== -1 ? 0 : 1;
    rows.resolvedShare[l] = found?.resolvedBelow ?? 1;
    rows.returnShare[l] = found?.returnShare ?? 0;
    rows.returnLaw[l] = found?.returnDelayLaw ?? -1;
    rows.isFirst[l] = entry?.firstStage === stage ? 1 : 0;
    rows.before[l] = assistant === null ? 0 : assistant.share * (model.laws[assistant.law]?.meanSeconds ?? 0);
    rows.answersAtBegin[l] = entry?.answeredAtBegin === true ? 1 : 0;
  });
  return rows;
}

const placesOfAll = (values: readonly number[]): ReadonlyMap<number, number> =>
  new Map(values.map((value, place) => [value, place]));
