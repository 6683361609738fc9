import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import classes from './demand.module.css';

interface DayCurveProps {
  readonly hours: readonly number[];
  readonly label: string;
  readonly disabled: boolean;
  /** Settles when `hours` is what came of it. */
  readonly onDraw: (hours: readonly number[]) => Promise<unknown>;
  /** Told while it is being drawn; null when that is over. */
  readonly onPreview: (hours: readonly number[] | null) => void;
}

const plotHeight = 180;
const clockHeight = 24;
const hoursOfDay = 24;
/** How long after the last key a change by keys is given, so that one way up is one step. */
const settlesAfterMs = 500;
const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: 0.04,
  ArrowDown: -0.04,
  PageUp: 0.2,
  PageDown: -0.2,
};

/** 24 bars whose tops are drawn by the pointer, in one stroke; each is a slider for the keyboard. */
export function DayCurve({ hours, label, disabled, onDraw, onPreview }: DayCurveProps) {
  const { format, direction, t } = useText();
  const { ref, width } = useElementSize();
  const [drawn, setDrawn] = useState<readonly number[] | null>(null);
  const [focused, setFocused] = useState(9);
  const stroke = useRef<{ readonly highest: number; last: number } | null>(null);
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pending = useRef<readonly number[] | null>(null);
  /** What is shown ahead of the plan: the next stroke or key goes on from there. */
  const ahead = useRef<readonly number[] | null>(null);
  const bars = useRef<(SVGGElement | null)[]>([]);
  const given = useRef(onDraw);
  given.current = onDraw;
  const values = drawn ?? hours;
  const highest = stroke.current?.highest ?? Math.max(1e-9, ...hours) * 1.25;
  const barWidth = width / hoursOfDay;
  const isRtl = direction === 'rtl';
  const leftOf = (hour: number): number => (isRtl ? width - (hour + 1) * barWidth : hour * barWidth);

  const show = (next: readonly number[]): void => {
    ahead.current = next;
    pending.current = next;
    setDrawn(next);
    onPreview(next);
  };
  const settle = (): void => {
    clearTimeout(settling.current);
    const mine = pending.current;
    if (mine === null) return;
    pending.current = null;
    // What the plan makes of it takes the place of what was drawn, unless that went on.
    void given.current(mine).then(() => {
      if (ahead.current !== mine) return;
      ahead.current = null;
      setDrawn(null);
      onPreview(null);
    });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is pending is given when the curve goes away.
  useEffect(() => settle, []);

  const at = (event: PointerEvent<SVGSVGElement>): { hour: number; value: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * hoursOfDay;
    const hour = Math.min(hoursOfDay - 1, Math.max(0, Math.floor(isRtl ? hoursOfDay - x : x)));
    const share = 1 - (event.clientY - box.top) / plotHeight;
    return { hour, value: Math.min(1, Math.max(0, share)) * highest };
  };
  const draw = (event: PointerEvent<SVGSVGElement>): void => {
    const line = stroke.current;
    if (line === null) return;
    const { hour, value } = at(event);
    const next = [...(ahead.current ?? hours)];
    const from = line.last;
    const start = next[from] ?? value;
    // A quick stroke leaves hours out: they lie on the line.
    const steps = Math.max(1, Math.abs(hour - from));
    for (let step = 1; step <= steps; step += 1)
      next[from + Math.sign(hour - from) * step] = start + ((value - start) * step) / steps;
    next[hour] = value;
    line.last = hour;
    show(next);
  };
  const onPointerDown = (event: PointerEvent<SVGSVGElement>): void => {
    if (disabled || event.button !== 0) return;
    settle();
    event.currentTarget.setPointerCapture(event.pointerId);
    const { hour } = at(event);
    stroke.current = { highest, last: hour };
    setFocused(hour);
    draw(event);
  };
  const onPointerUp = (): void => {
    if (stroke.current === null) return;
    stroke.current = null;
    settle();
  };
  const onKeyDown = (event: KeyboardEvent, hour: number): void => {
    const next =
      event.key === 'ArrowRight' ? (isRtl ? -1 : 1) : event.key === 'ArrowLeft' ? (isRtl ? 1 : -1) : 0;
    if (next !== 0) {
      event.preventDefault();
      const to = Math.min(hoursOfDay - 1, Math.max(0, hour + next));
      setFocused(to);
      bars.current[to]?.focus();
      return;
    }
    const step = keySteps[event.key];
    const before = ahead.current ?? hours;
    const value = before[hour] ?? 0;
    const wanted =
      event.key === 'Home' || event.key === 'Delete'
        ? 0
        : step === undefined
          ? undefined
          : Math.max(0, value + step * Math.max(...before));
    if (wanted === undefined || disabled) return;
    event.preventDefault();
    const changed = before.map((one, place) => (place === hour ? wanted : one));
    show(changed);
    clearTimeout(settling.current);
    settling.current = setTimeout(settle, settlesAfterMs);
  };
  const valueText = (value: number): string =>
    t('demand.drawing.contacts', {
      contacts: format.number(value, { decimals: value < 10 ? 1 : 0, trim: true }),
    });
  return (
    <div ref={ref} data-curve>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a picture cannot be a set of fields.
        <svg
          role="group"
          aria-label={label}
          className={classes.curve}
          width={width}
          height={plotHeight + clockHeight}
          onPointerDown={onPointerDown}
          onPointerMove={draw}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
        >
          <line x1={0} x2={width} y1={plotHeight} y2={plotHeight} stroke="var(--chart-axis)" />
          {values.map((value, hour) => {
            const barHeight = Math.max(0, Math.min(1, value / highest)) * plotHeight;
            return (
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place.
                key={hour}
                ref={(element) => {
                  bars.current[hour] = element;
                }}
                role="slider"
                aria-orientation="vertical"
                aria-label={format.range(hour * 3600, (hour + 1) * 3600, (seconds) =>
                  format.clockTime(seconds),
                )}
                aria-valuemin={0}
                aria-valuenow={Number(value.toPrecision(4))}
                aria-valuetext={valueText(value)}
                aria-disabled={disabled}
                tabIndex={hour === focused ? 0 : -1}
                data-hour={hour}
                onFocus={() => setFocused(hour)}
                onBlur={settle}
                onKeyDown={(event) => onKeyDown(event, hour)}
              >
                <rect x={leftOf(hour)} y={0} width={barWidth} height={plotHeight} fill="transparent" />
                <rect
                  x={leftOf(hour) + 1}
                  y={plotHeight - Math.max(barHeight, 1)}
                  width={Math.max(1, barWidth - 2)}
                  height={Math.max(barHeight, 1)}
                  rx={2}
                  fill="var(--chart-1)"
                />
              </g>
            );
          })}
          {values.map((_, hour) =>
            hour % (barWidth < 22 ? 6 : 3) === 0 ? (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place.
                key={hour}
                x={leftOf(hour) + barWidth / 2}
                y={plotHeight + 16}
                textAnchor="middle"
                fontSize={11}
                fill="var(--chart-axis)"
                aria-hidden
              >
                {format.clockTime(hour * 3600)}
              </text>
            ) : null,
          )}
        </svg>
      )}
    </div>
  );
}
