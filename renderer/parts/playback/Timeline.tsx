import { Slider } from '@mantine/core';
import { useMemo } from 'react';
import type { PlaybackTrace } from '../../../core/measures/trace.ts';
import { waitingCurve } from '../../../core/playback/waitingCurve.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './Playback.module.css';

interface TimelineProps {
  readonly traces: readonly PlaybackTrace[];
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly nowSeconds: number;
  readonly onSeek: (atSeconds: number) => void;
}

const bins = 288;
const height = 48;
const minute = 60;

/** The day as a line to be moved along: above it how many wait, which runs with the text as time does. */
export function Timeline({ traces, fromSeconds, toSeconds, nowSeconds, onSeek }: TimelineProps) {
  const { t, format, direction } = useText();
  const curve = useMemo(
    () => waitingCurve(traces, fromSeconds, toSeconds, bins),
    [traces, fromSeconds, toSeconds],
  );
  const highest = curve.reduce<number>((most, value) => Math.max(most, value ?? 0), 1);
  const area = useMemo(() => areaOf(curve, highest), [curve, highest]);
  const clock = (seconds: number): string => format.clockTime(Math.floor((seconds - fromSeconds) / 60) * 60);
  return (
    <div className={classes.timeline}>
      <svg
        className={classes.curve}
        viewBox={`0 0 ${bins} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={direction === 'rtl' ? { transform: 'scaleX(-1)' } : undefined}
      >
        <path d={area} fill="var(--chart-2)" fillOpacity={0.35} />
        <path
          d={`M${((nowSeconds - fromSeconds) / (toSeconds - fromSeconds)) * bins} 0V${height}`}
          stroke="var(--mantine-color-text)"
          vectorEffect="non-scaling-stroke"
          strokeWidth={1.5}
        />
      </svg>
      <Slider
        value={nowSeconds}
        min={fromSeconds}
        max={toSeconds}
        step={minute}
        label={null}
        size="sm"
        thumbSize={20}
        onChange={onSeek}
        thumbLabel={t('playback.timeline')}
        thumbValueText={clock(nowSeconds)}
        thumbProps={{
          onKeyDown: (event) => {
            // An hour at once.
            const step = event.key === 'PageUp' ? 60 * minute : event.key === 'PageDown' ? -60 * minute : 0;
            if (step === 0) return;
            event.preventDefault();
            onSeek(nowSeconds + step);
          },
        }}
        data-timeline
      />
    </div>
  );
}

/** Stretches that have not been fetched yet stay empty: nothing is known of them, which is not that nobody waits. */
function areaOf(curve: readonly (number | null)[], highest: number): string {
  const yOf = (value: number): number => height - (value / highest) * (height - 2);
  return curve
    .map((value, bin) => (value === null ? '' : `M${bin} ${height}V${yOf(value)}H${bin + 1}V${height}Z`))
    .join('');
}
