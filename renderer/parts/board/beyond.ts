// What of a board lies outside its frame, and how the view steps there. Pure.
import type { Rectangle } from './curve.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';
export type Beyond = Readonly<Record<Side, number>>;
interface Size {
  readonly width: number;
  readonly height: number;
}
interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export const margin = 16;
/** Of the frame: what was seen at the edge is still seen after a step. */
const step = 0.8;

/** Boxes whose middle lies outside, each at one side only. */
export function countBeyond(boxes: readonly Rectangle[], { x, y, zoom }: View, frame: Size): Beyond {
  const counts = { left: 0, right: 0, top: 0, bottom: 0 };
  // Before the frame is measured nothing is known to be outside.
  if (frame.width === 0 || frame.height === 0) return counts;
  for (const box of boxes) {
    const across = (box.x + box.width / 2) * zoom + x;
    const down = (box.y + box.height / 2) * zoom + y;
    if (across < 0) counts.left += 1;
    else if (across > frame.width) counts.right += 1;
    else if (down < 0) counts.top += 1;
    else if (down > frame.height) counts.bottom += 1;
  }
  return counts;
}

/** A step to one side, and no further than to the edge of the board. */
export function viewTowards(side: Side, { x, y, zoom }: View, frame: Size, board: Size): View {
  const last = {
    x: frame.width - board.width * zoom - margin,
    y: frame.height - board.height * zoom - margin,
  };
  switch (side) {
    case 'left':
      return { x: Math.min(x + frame.width * step, margin), y, zoom };
    case 'right':
      return { x: Math.max(x - frame.width * step, last.x), y, zoom };
    case 'top':
      return { x, y: Math.min(y + frame.height * step, margin), zoom };
    case 'bottom':
      return { x, y: Math.max(y - frame.height * step, last.y), zoom };
  }
}

/** The nearest view in which all of a box is seen, or its start where the frame is too small for it. */
export function viewShowing(box: Rectangle, view: View, frame: Size): View {
  const { zoom } = view;
  const along = (at: number, start: number, length: number, room: number): number =>
    Math.max(margin, Math.min(at + start * zoom, room - margin - length * zoom)) - start * zoom;
  return {
    x: along(view.x, box.x, box.width, frame.width),
    y: along(view.y, box.y, box.height, frame.height),
    zoom,
  };
}
