import type { MeasureTable } from '../../core/measures/result.ts';
import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { PartName } from '../../core/report/report.ts';
import type { Format } from '../../locales/format/format.ts';
import { NO_VALUE } from '../../locales/format/number.ts';
import { estimateText } from '../text/estimateText.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Figure } from './Figure.tsx';
import { MeasureName } from './MeasureName.tsx';
import classes from './TimeRanges.module.css';

export type TimeScope = 'channels' | 'tiers' | 'teams';
export interface TimeRow {
  readonly part: PartName | null;
  readonly values: MeasureTable;
}

const clocks = [
  {
    name: 'firstResponse',
    mean: 'firstResponseMeanSeconds',
    median: 'firstResponseMedianSeconds',
    ninetieth: 'firstResponseP90Seconds',
  },
  {
    name: 'resolution',
    mean: 'resolutionMeanSeconds',
    median: 'resolutionMedianSeconds',
    ninetieth: 'resolutionP90Seconds',
  },
] as const;
type Clock = (typeof clocks)[number];

/** Marks of the axis: each six to ten times the one before. */
const marks = [1, 10, 60, 600, 3600, 28_800, 172_800, 1_209_600, 7_776_000] as const;

/** Median to 90th percentile of both clocks, one line a place, on an axis on which equal steps are equal factors. */
export function TimeRanges({ rows, scope }: { rows: readonly TimeRow[]; scope: TimeScope }) {
  const { t, format } = useText();
  const axis = axisFor(rows);
  return (
    <div className={classes.chart}>
      <ul className={classes.legend}>
        {clocks.map(({ name, median }) => (
          <li key={name} data-clock={name}>
            <span className={classes.key} aria-hidden="true">
              <span className={classes.range} style={{ insetInlineStart: '15%', insetInlineEnd: '15%' }} />
              <span className={classes.median} style={{ insetInlineStart: '15%' }} />
              <span className={classes.end} style={{ insetInlineStart: '85%' }} />
            </span>
            <MeasureName measure={median} label={t(`app.times.${name}`)} />
          </li>
        ))}
        <li className={classes.hint}>{t('app.times.reading')}</li>
      </ul>
      <div className={classes.rows}>
        <div className={classes.heads} aria-hidden="true">
          <span>{t(`report.column.${scope}`)}</span>
          <span />
          <span>{t('app.times.column.median')}</span>
          <span>{t('app.times.column.p90')}</span>
        </div>
        {rows.map((row) => (
          <RowOfPlace key={row.part?.id ?? ''} row={row} axis={axis} scope={scope} />
        ))}
        <div className={classes.axis} aria-hidden="true">
          <span />
          <span className={classes.marks}>
            {axis.marks.map((mark) => (
              <span key={mark} style={{ insetInlineStart: axis.place(mark) }}>
                {format.duration(mark)}
              </span>
            ))}
          </span>
        </div>
      </div>
      <p className={classes.note}>{t('app.times.logarithmic')}</p>
    </div>
  );
}

function RowOfPlace({ row, axis, scope }: { row: TimeRow; axis: Axis; scope: TimeScope }) {
  const { t, format } = useText();
  const abandoned = row.values.abandonedFraction;
  return (
    <div className={classes.row}>
      <div className={classes.channel}>
        <strong>
          <PlanText of={row.part?.name} />
        </strong>
        {abandoned !== undefined && abandoned.value !== null && (
          <span className={classes.abandoned}>
            <MeasureName measure="abandonedFraction" label={t('app.times.column.abandoned')} />{' '}
            <Figure
              measure="abandonedFraction"
              subject={row.part === null ? whole : partSubject(scope, row.part.id)}
              text={estimateText(format, abandoned, 'fraction')}
            />
          </span>
        )}
      </div>
      <div className={classes.lines}>
        {axis.marks.map((mark) => (
          <span
            key={mark}
            className={classes.grid}
            style={{ insetInlineStart: axis.place(mark) }}
            aria-hidden="true"
          />
        ))}
        {clocks.map((clock) => (
          <ClockLine key={clock.name} clock={clock} values={row.values} axis={axis} />
        ))}
      </div>
      {(['median', 'ninetieth'] as const).map((part) => (
        <div key={part} className={classes.figures}>
          {clocks.map((clock) => (
            <span key={clock.name} data-clock={clock.name}>
              <Figure
                measure={clock[part]}
                subject={row.part === null ? whole : partSubject(scope, row.part.id)}
                text={timeText(format, row.values[clock[part]]?.value)}
              />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

function timeText(format: Format, seconds: number | null | undefined): string {
  return seconds == null ? NO_VALUE : format.durationShort(seconds);
}

function ClockLine({ clock, values, axis }: { clock: Clock; values: MeasureTable; axis: Axis }) {
  const { t, format } = useText();
  const median = values[clock.median]?.value ?? null;
  const ninetieth = values[clock.ninetieth]?.value ?? null;
  const mean = values[clock.mean]?.value ?? null;
  if (median === null || ninetieth === null) return <span className={classes.line} />;
  const label = `${t(`app.times.${clock.name}`)}: ${t('app.times.figures', {
    median: format.durationShort(median),
    ninetieth: format.durationShort(ninetieth),
  })}`;
  return (
    <span className={classes.line} data-clock={clock.name} role="img" aria-label={label}>
      <span
        className={classes.range}
        style={{
          insetInlineStart: axis.place(median),
          insetInlineEnd: `calc(100% - ${axis.place(ninetieth)})`,
        }}
      />
      <span className={classes.median} style={{ insetInlineStart: axis.place(median) }} />
      <span className={classes.end} style={{ insetInlineStart: axis.place(ninetieth) }} />
      {mean !== null && <span className={classes.mean} style={{ insetInlineStart: axis.place(mean) }} />}
    </span>
  );
}

interface Axis {
  readonly marks: readonly number[];
  readonly place: (seconds: number) => string;
}

/** From one second to the first mark that no value passes. */
function axisFor(rows: readonly TimeRow[]): Axis {
  const highest = rows
    .flatMap(({ values }) =>
      clocks.flatMap(({ mean, ninetieth }) => [values[mean]?.value, values[ninetieth]?.value]),
    )
    .reduce<number>((most, value) => Math.max(most, value ?? 0), 60);
  const end = marks.find((mark) => mark >= highest) ?? highest;
  const shown = marks.filter((mark) => mark <= end);
  const scale = Math.log(end);
  return {
    marks: shown,
    place: (seconds) => `${Math.min(1, Math.max(0, Math.log(Math.max(seconds, 1)) / scale)) * 100}%`,
  };
}
