// Which of the lines that a group serves have anybody in them, a bit each, 64 to a word; and which of them are live.
import { servedLinesOf } from '../model/servedLines.ts';
import type { ModelPlaces } from './modelPlaces.ts';
import { bitRow, groupRow, queueRow, stateRow } from './rowPlaces.ts';
import { stateAt } from './stateAt.ts';

export function layTaken(places: ModelPlaces): void {
  const { laying, model } = places;
  const { wordAt, placeAt, word, bit } = servedLinesOf(model);
  // By half a word where it stands, how far behind it the live lines, and where the group counts its lines.
  const halves = model.groups.flatMap((_, g) => {
    const count = (wordAt[g + 1] as number) - (wordAt[g] as number);
    const bytes = 8 * Math.ceil(count / 2);
    const words = laying.take(bytes);
    const live = laying.take(bytes);
    const group = places.groupAt(g);
    laying.int(group + groupRow.words, words);
    laying.int(group + groupRow.wordsEnd, words + bytes);
    laying.int(group + groupRow.liveWords, live);
    return Array.from({ length: count }, (_, i) => ({
      place: words + 4 * i,
      live: live + 4 * i,
      liveBits: 0,
      taken: group + groupRow.linesTaken,
    }));
  });
  // Lines of deferred work stand in words of their own, too, whose lines are counted nowhere.
  const deferred = model.queues.flatMap(({ live }, k) => (live ? [] : [k]));
  const ofDeferred = laying.take(4 * Math.ceil(deferred.length / 32));
  laying.int(stateAt + stateRow.takenDeferred, ofDeferred);
  laying.int(stateAt + stateRow.takenDeferredEnd, ofDeferred + 4 * Math.ceil(deferred.length / 32));
  laying.int(
    stateAt + stateRow.deferredQueues,
    laying.array(Int32Array.from(deferred, (k) => places.queueAt(k))),
  );
  const uncounted = laying.take(8);
  model.queues.forEach(({ live }, k) => {
    const rows: (readonly [place: number, bit: number, taken: number])[] = [];
    for (let i = placeAt[k] as number; i < (placeAt[k + 1] as number); i += 1) {
      const half = halves[word[i] as number];
      if (half === undefined) continue;
      rows.push([half.place, bit[i] as number, half.taken]);
      if (!live) continue;
      half.liveBits |= bit[i] as number;
      laying.int(half.live, half.liveBits);
    }
    const own = deferred.indexOf(k);
    if (!live) rows.push([ofDeferred + 4 * (own >> 5), 1 << (own & 31), uncounted]);
    const first = laying.rows(bitRow, rows.length);
    rows.forEach(([place, ownBit, taken], i) => {
      const row = first + i * bitRow.bytes;
      laying.int(row + bitRow.word, place);
      laying.int(row + bitRow.bit, ownBit);
      laying.int(row + bitRow.taken, taken);
    });
    laying.int(places.queueAt(k) + queueRow.places, first);
    laying.int(places.queueAt(k) + queueRow.placesEnd, first + rows.length * bitRow.bytes);
  });
}
