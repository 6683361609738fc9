import { useReactFlow, useStore } from '@xyflow/react';
import { useText } from '../../text/TextProvider.tsx';
import classes from './Board.module.css';
import { type Beyond as Counts, countBeyond, type Side, viewTowards } from './beyond.ts';
import type { Rectangle } from './curve.ts';

interface BeyondProps {
  readonly boxes: readonly Rectangle[];
  readonly width: number;
  readonly height: number;
}

const points = {
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  top: 'M3 10l5-5 5 5',
  bottom: 'M3 6l5 5 5-5',
} as const satisfies Record<Side, string>;
const sides = Object.keys(points) as Side[];

/** At each edge behind which there are boxes: how many, and a step there. */
export function Beyond({ boxes, width, height }: BeyondProps) {
  const { t } = useText();
  const { getViewport, setViewport } = useReactFlow();
  const frame = { width: useStore((of) => of.width), height: useStore((of) => of.height) };
  // As a text, so that the view moves without drawing this anew until a number changes.
  const counted = useStore(({ transform: [x, y, zoom], width: across, height: down }) =>
    JSON.stringify(countBeyond(boxes, { x, y, zoom }, { width: across, height: down })),
  );
  const counts = JSON.parse(counted) as Counts;
  return sides.map((side) => {
    const count = counts[side];
    if (count === 0) return null;
    const icon = (
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={points[side]} />
      </svg>
    );
    const isBefore = side === 'left' || side === 'top';
    return (
      <button
        type="button"
        key={side}
        className={classes.beyond}
        data-beyond={side}
        aria-label={t(`structure.beyond.${side}`, { count })}
        onClick={() => void setViewport(viewTowards(side, getViewport(), frame, { width, height }))}
      >
        {isBefore && icon}
        <bdi>{t('structure.beyond.more', { count })}</bdi>
        {!isBefore && icon}
      </button>
    );
  });
}
