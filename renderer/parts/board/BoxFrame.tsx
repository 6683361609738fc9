import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import type { Direction } from '../../../locales/settings.ts';
import classes from './Board.module.css';

export type BoxNode = Node<
  { readonly content: ReactNode; readonly canDraw: boolean; readonly direction: Direction },
  'box'
>;
export type LaneNode = Node<{ readonly content: ReactNode }, 'lane'>;

/** Both ends of an arrow are the corner of their box; the arrow itself looks for the side. */
export const corner = 'corner';

/** One box on the board; at its end side the place from which arrows are drawn. */
export const BoxFrame = memo(function BoxFrame({ id, data, dragging }: NodeProps<BoxNode>) {
  const end = data.direction === 'rtl' ? Position.Left : Position.Right;
  return (
    <div className={classes.box} dir={data.direction} data-box={id} data-held={dragging || undefined}>
      {data.content}
      <Handle
        id={corner}
        type="source"
        position={Position.Top}
        className={classes.corner ?? ''}
        isConnectable={false}
      />
      <Handle
        id={corner}
        type="target"
        position={Position.Top}
        className={classes.corner ?? ''}
        isConnectable={false}
      />
      {data.canDraw && (
        <Handle
          id="draw"
          type="source"
          position={end}
          className={classes.handle ?? ''}
          data-draw={id}
          isConnectableEnd={false}
        />
      )}
    </div>
  );
});

export const LaneFrame = memo(function LaneFrame({ data }: NodeProps<LaneNode>) {
  return data.content;
});
