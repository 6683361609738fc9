import { describe, expect, it } from 'vitest';
import { placeNow } from '../../../core/plan/edits/placeNow.ts';

const [a, b, c, other] = [{ say: 'a' }, { say: 'b' }, { say: 'c' }, { say: 'other' }];
const of = (...days: readonly unknown[]) => ({ weeks: [{ id: 'w', days }] });
const at = (position: number, ...further: readonly string[]) => ['weeks', 'w', 'days', position, ...further];

describe('where a part without a name stands by now', () => {
  it('is where it stood, while nothing around it changes', () => {
    expect(placeNow(of(a, b, c), of(a, b, c), at(1, 'say'))).toEqual(at(1, 'say'));
  });

  it('is another position, since parts before it came, went or changed places', () => {
    expect(placeNow(of(a, b, c), of(b, c), at(2))).toEqual(at(1));
    expect(placeNow(of(a, b, c), of(other, a, b, c), at(2, 'say'))).toEqual(at(3, 'say'));
    expect(placeNow(of(a, b, c), of(c, b, a), at(0))).toEqual(at(2));
  });

  it('is its old position, where the part itself was edited', () => {
    expect(placeNow(of(a, b, c), of(a, other, c), at(1, 'say'))).toEqual(at(1, 'say'));
  });

  it('is nowhere once it has gone', () => {
    expect(placeNow(of(a, b, c), of(a, c), at(1))).toBeNull();
  });

  it('is found in each list on the way', () => {
    const rows = (...parts: readonly unknown[]) => ({ rows: parts });
    const [x, y] = [{ cells: [a, b] }, { cells: [c] }];
    const now = rows(y, { cells: [b] });
    expect(placeNow(rows(y, x), now, ['rows', 0, 'cells', 0])).toEqual(['rows', 0, 'cells', 0]);
    expect(placeNow(rows(x, y), rows(y), ['rows', 1, 'cells', 0])).toEqual(['rows', 0, 'cells', 0]);
    expect(placeNow(rows(y, x), now, ['rows', 1, 'cells', 1])).toEqual(['rows', 1, 'cells', 0]);
  });

  it('is left as it is named where nothing is known of it: a field that is not there yet', () => {
    expect(placeNow({}, {}, ['company', 'costs', 'rent'])).toEqual(['company', 'costs', 'rent']);
    expect(placeNow(of(a), of(a, b), at(1))).toEqual(at(1));
  });
});
