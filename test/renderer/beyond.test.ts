import { describe, expect, it } from 'vitest';
import { countBeyond, viewShowing, viewTowards } from '../../renderer/parts/board/beyond.ts';

const frame = { width: 400, height: 300 };
const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });

describe('what of a board lies outside its frame', () => {
  it('is counted once, at the side that one goes to first', () => {
    const boxes = [box(0, 0), box(420, 0), box(420, 900), box(0, 600), box(-200, 0), box(0, -90)];
    expect(countBeyond(boxes, { x: 0, y: 0, zoom: 1 }, frame)).toEqual({
      left: 1,
      right: 2,
      top: 1,
      bottom: 1,
    });
  });

  it('is seen where more than half of it is inside', () => {
    expect(countBeyond([box(340, 0)], { x: 0, y: 0, zoom: 1 }, frame).right).toBe(0);
    expect(countBeyond([box(360, 0)], { x: 0, y: 0, zoom: 1 }, frame).right).toBe(1);
    expect(countBeyond([box(360, 0)], { x: 0, y: 0, zoom: 0.5 }, frame).right).toBe(0);
  });

  it('is not known before the frame is measured', () => {
    const nowhere = { left: 0, right: 0, top: 0, bottom: 0 };
    expect(countBeyond([box(900, 900)], { x: 0, y: 0, zoom: 1 }, { width: 0, height: 0 })).toEqual(nowhere);
  });
});

describe('a step to one side', () => {
  const board = { width: 1000, height: 800 };
  it.each([
    ['right', { x: 16, y: 16 }, { x: -304, y: 16 }],
    ['right', { x: -400, y: 16 }, { x: -616, y: 16 }],
    ['left', { x: -304, y: 16 }, { x: 16, y: 16 }],
    ['bottom', { x: 16, y: -400 }, { x: 16, y: -516 }],
    ['top', { x: 16, y: -400 }, { x: 16, y: -160 }],
  ] as const)('goes to the %s, at most to the edge of the board', (side, from, to) => {
    expect(viewTowards(side, { ...from, zoom: 1 }, frame, board)).toEqual({ ...to, zoom: 1 });
  });
});

describe('the view in which a box is seen', () => {
  it.each([
    ['is as it was where all of it is there', box(100, 100), { x: 0, y: 0 }, { x: 0, y: 0 }],
    ['moves no further than to the near edge', box(420, 0), { x: 0, y: 16 }, { x: -136, y: 16 }],
    ['moves both ways', box(-200, 900), { x: 0, y: 0 }, { x: 216, y: -666 }],
    [
      'shows the start of what is larger than the frame',
      { ...box(0, 0), width: 900 },
      { x: -300, y: 16 },
      { x: 16, y: 16 },
    ],
  ] as const)('%s', (_, target, from, to) => {
    expect(viewShowing(target, { ...from, zoom: 1 }, frame)).toEqual({ ...to, zoom: 1 });
  });

  it('goes by what the zoom makes of the box', () => {
    expect(viewShowing(box(900, 0), { x: 0, y: 16, zoom: 0.5 }, frame)).toEqual({
      x: -116,
      y: 16,
      zoom: 0.5,
    });
  });
});
