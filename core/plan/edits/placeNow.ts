// Where a part that has no name but its position stands by now: who pressed or typed meant the part that was seen there.
import type { Place } from './command.ts';
import { isList, valueOfPlace } from './findPlace.ts';

/**
 * The place in `now` of what stands at `at` in `before`; null where it has gone. `now` is made of `before` by edits that share with it
 * what they leave alone (`sharedParts`). Parts with an id are found by it. Of others a position means the part: the same object wherever it
 * stands, or, where it was edited itself, the one at its position in a list that has become neither longer nor shorter.
 * Example: of the days [a, b, c] a has gone since: ['days', 2] is ['days', 1], and ['days', 0] is null.
 */
export function placeNow(before: unknown, now: unknown, at: Place): Place | null {
  const place: (string | number)[] = [];
  let [holderBefore, holderNow] = [before, now];
  for (const step of at) {
    const stepNow =
      typeof step === 'number' && isList(holderBefore) && isList(holderNow)
        ? positionNow(holderBefore, holderNow, step)
        : step;
    if (stepNow === null) return null;
    place.push(stepNow);
    holderBefore = valueOfPlace(holderBefore, [step]);
    holderNow = valueOfPlace(holderNow, [stepNow]);
  }
  return place;
}

function positionNow(before: readonly unknown[], now: readonly unknown[], position: number): number | null {
  const part = before[position];
  if (position >= before.length || now[position] === part) return position;
  const found = now.indexOf(part);
  if (found >= 0) return found;
  return before.length === now.length ? position : null;
}
