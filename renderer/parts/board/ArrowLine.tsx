import type { ConnectionLineComponentProps, Edge, EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import classes from './Board.module.css';
import type { BoardArrow } from './Board.tsx';
import { curveBetween, curvePath, pointOn } from './curve.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface ArrowData extends BoardArrow, Record<string, unknown> {
  readonly isRtl: boolean;
  readonly fromSize: Size;
  readonly toSize: Size;
}
export type ArrowEdge = Edge<ArrowData, 'arrow'>;

/** One arrow with its number; it follows its boxes while they are dragged. */
export const ArrowLine = memo(function ArrowLine(props: EdgeProps<ArrowEdge>) {
  const { data, sourceX, sourceY, targetX, targetY } = props;
  if (data === undefined) return null;
  const from = { x: sourceX, y: sourceY, width: data.fromSize.width, height: data.fromSize.height };
  const to = { x: targetX, y: targetY, width: data.toSize.width, height: data.toSize.height };
  const curve = curveBetween(from, to, data.leave, data.enter, data.isRtl);
  const path = curvePath(curve);
  const [, , bend, end] = curve;
  const back = Math.sign(end.x - bend.x) * 7;
  const at = pointOn(curve, data.labelAt);
  return (
    <g
      className={classes.arrow}
      data-arrow={data.id}
      data-tone={data.tone}
      style={{ color: `var(${data.colour})` }}
    >
      <path d={path} className={classes.reach} />
      <path d={path} className={classes.line} strokeDasharray={data.dash === '' ? undefined : data.dash} />
      <path
        className={classes.point}
        d={`M${end.x} ${end.y}L${end.x - back} ${end.y - 4}L${end.x - back} ${end.y + 4}Z`}
      />
      {data.label !== null && (
        <text className={classes.label} x={at.x} y={at.y} textAnchor="middle" dominantBaseline="central">
          {data.label}
        </text>
      )}
    </g>
  );
});

/** The line that follows the pointer while an arrow is drawn. */
export function DrawnLine({ fromNode, toX, toY }: ConnectionLineComponentProps) {
  const { x, y } = fromNode.internals.positionAbsolute;
  const from = { x, y, width: fromNode.measured.width ?? 0, height: fromNode.measured.height ?? 0 };
  const to = { x: toX, y: toY, width: 1, height: 1 };
  return <path d={curvePath(curveBetween(from, to, 0.5, 0.5, false))} className={classes.drawn} />;
}
