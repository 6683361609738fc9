import { describe, expect, it } from 'vitest';
import { intervalSteps } from '../../renderer/charts/intervalSteps.ts';

type Points = readonly (readonly [x: number, y: number])[];

/** What is drawn for the points of a line, or of an area above a base. */
function drawn(points: Points, base?: number): string {
  const said: string[] = [];
  const curve = intervalSteps({
    moveTo: (x, y) => said.push(`M${x},${y}`),
    lineTo: (x, y) => said.push(`L${x},${y}`),
    closePath: () => said.push('Z'),
  });
  const line = (way: Points) => {
    curve.lineStart();
    for (const [x, y] of way) curve.point(x, y);
    curve.lineEnd();
  };
  if (base === undefined) line(points);
  else {
    // As d3 draws an area: its upper edge, then its lower one from the end back.
    curve.areaStart();
    line(points);
    line(points.map(([x]) => [x, base] as const).reverse());
    curve.areaEnd();
  }
  return said.join(' ');
}

describe('steps of intervals', () => {
  it('begin where the first interval begins and end where the last one ends', () => {
    expect(
      drawn([
        [5, 1],
        [15, 3],
        [25, 2],
      ]),
    ).toBe('M0,1 L0,1 L10,1 L10,3 L20,3 L20,2 L30,2');
  });

  it('run from right to left as well', () => {
    expect(
      drawn([
        [25, 1],
        [15, 3],
      ]),
    ).toBe('M30,1 L30,1 L20,1 L20,3 L10,3');
  });

  it('fill what lies between them and the base, once around', () => {
    expect(
      drawn(
        [
          [5, 1],
          [15, 3],
        ],
        9,
      ),
    ).toBe('M0,1 L0,1 L10,1 L10,3 L20,3 L20,9 L20,9 L10,9 L10,9 L0,9 Z');
  });

  it('draw the next line anew after an area, and nothing where no point is', () => {
    expect(drawn([])).toBe('');
    expect(drawn([[5, 1]])).toBe('M5,1 L5,1 L5,1');
  });
});
