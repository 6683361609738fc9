// The contacts of the 168 hours of a week. The plot is laid out from left to right and turned for right-to-left texts.
import { useElementSize } from '@mantine/hooks';
import { Area, ComposedChart, XAxis, YAxis } from 'recharts';
import type { Weekday } from '../../core/plan/schema/elements.ts';
import { useText } from '../text/TextProvider.tsx';
import { PlotGround } from './PlotGround.tsx';
import { plotMargin, valueAxis } from './timePlot.ts';
import { valueTicks } from './valueTicks.ts';

interface WeekChartProps {
  /** From the first day of the week on. */
  readonly days: readonly Weekday[];
  /** 24 for each day. */
  readonly values: readonly number[];
}

const height = 168;
const sideWidth = 56;
const hoursOfDay = 24;

export function WeekChart({ days, values }: WeekChartProps) {
  const { format, direction } = useText();
  const { ref, width } = useElementSize();
  const isRtl = direction === 'rtl';
  const end = days.length * hoursOfDay;
  const spans = days.map((day, at) => ({
    from: at * hoursOfDay,
    to: (at + 1) * hoursOfDay,
    isWeekend: format.isWeekend(day),
  }));
  const highest = Math.max(0, ...values);
  const marks = valueTicks(highest, 4, highest >= 4);
  // The last step needs its end.
  const points = [...values, values.at(-1) ?? 0].map((value, hour) => ({ hour, value }));
  const isNarrow = width < 640;
  return (
    <div ref={ref} dir="ltr" aria-hidden="true" style={{ minBlockSize: height }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={height}
          data={points}
          margin={plotMargin(isRtl)}
          accessibilityLayer={false}
        >
          <PlotGround spans={spans} end={end} marks={marks} isRtl={isRtl} />
          <XAxis
            dataKey="hour"
            type="number"
            domain={[0, end]}
            reversed={isRtl}
            ticks={days.map((_, at) => at * hoursOfDay + hoursOfDay / 2)}
            interval={0}
            niceTicks="none"
            tickLine={false}
            tickMargin={8}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            tick={{ fill: 'var(--chart-axis)', fontSize: 12 }}
            tickFormatter={(hour: number) => {
              const day = days[Math.floor(hour / hoursOfDay)];
              return day === undefined ? '' : format.weekday(day, isNarrow ? 'short' : 'long');
            }}
          />
          <YAxis
            {...valueAxis(marks, isRtl, sideWidth, (value: number) =>
              format.number(value, { decimals: 2, trim: true }),
            )}
          />
          <Area
            dataKey="value"
            type="stepAfter"
            stroke="var(--chart-1)"
            strokeWidth={1.5}
            fill="var(--chart-1)"
            fillOpacity={0.22}
            isAnimationActive={false}
            activeDot={false}
          />
        </ComposedChart>
      )}
    </div>
  );
}
