// A value that holds for a whole interval, drawn as a step from where the interval begins to where it ends. Points stand in the middle of
// their intervals, which are all of one length; recharts' own steps begin and end in the middle of the first and last one.

/** What a curve is drawn on, as d3 has it. */
interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** For the `type` of a line or an area. A stretch of one interval only has no width that could be known: a point. */
export function intervalSteps(pen: Pen) {
  let isArea = false;
  let isWayBack = false;
  let points: { readonly x: number; readonly y: number }[] = [];
  return {
    areaStart() {
      isArea = true;
      isWayBack = false;
    },
    areaEnd() {
      isArea = false;
    },
    lineStart() {
      points = [];
    },
    point(x: number, y: number) {
      points.push({ x, y });
    },
    lineEnd() {
      const [first, second] = points;
      if (first === undefined) return;
      const half = second === undefined ? 0 : (second.x - first.x) / 2;
      if (isWayBack) pen.lineTo(first.x - half, first.y);
      else pen.moveTo(first.x - half, first.y);
      for (const { x, y } of points) {
        pen.lineTo(x - half, y);
        pen.lineTo(x + half, y);
      }
      if (isWayBack) pen.closePath();
      isWayBack = isArea && !isWayBack;
    },
  };
}
