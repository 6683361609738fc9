// What the kernel counted of promises goes into the tally: by stage that of classes and teams, by interval of the horizon that of
// the reported intervals and of periods.
import { noOne } from '../model/eventCodes.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { askedRow, dueRow, stageRow } from './rowPlaces.ts';

/** Adds how often each promise was decided and kept; `columnOf`: reported interval by interval of the horizon. */
export function addPromises(
  buffer: ArrayBuffer,
  places: ModelPlaces,
  values: Float64Array,
  columnOf: Int32Array,
): void {
  const { layout, model } = places;
  const counts = new Int32Array(buffer);
  const intAt = (place: number): number => counts[place >> 2] as number;
  const add = (at: number, place: number): void => {
    values[at] = (values[at] as number) + intAt(place);
    values[at + 1] = (values[at + 1] as number) + intAt(place + 4);
  };
  const { waits, responses, resolutions } = stageRow;
  model.stages.forEach(({ classIndex, homeTeam }, k) => {
    for (const first of [waits, responses, resolutions]) {
      for (let due = intAt(places.stageAt(k) + first); due !== 0; due = intAt(due + dueRow.next)) {
        const p = intAt(intAt(due + dueRow.asked) + askedRow.promise);
        if (p === noOne) continue;
        add(layout.promiseClassAt + (p * layout.classes + classIndex) * 2, due + dueRow.decided);
        add(layout.promiseTeamAt + (p * layout.teams + homeTeam) * 2, due + dueRow.decided);
      }
    }
  });
  model.promises.forEach(({ periods, periodOfInterval }, p) => {
    for (let i = 0; i < columnOf.length; i += 1) {
      const place = places.promiseCountsAt(p, i);
      if (intAt(place) === 0) continue;
      add(layout.promiseSeriesAt + (p * layout.intervals + (columnOf[i] as number)) * 2, place);
      if (periods > 0)
        add((layout.promisePeriodAt[p] as number) + (periodOfInterval[i] as number) * 2, place);
    }
  });
}
