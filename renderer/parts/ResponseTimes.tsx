import type { MeasureId } from '../../core/measures/catalogue.ts';
import { measures } from '../../core/measures/catalogue.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { Report } from '../../core/report/report.ts';
import { estimateText } from '../text/estimateText.ts';
import { measureWords } from '../text/measureWords.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { Figure } from './Figure.tsx';
import { MeasureName } from './MeasureName.tsx';
import { TimeRanges } from './TimeRanges.tsx';

const firstResponse = [
  'firstResponseMeanSeconds',
  'firstResponseMedianSeconds',
  'firstResponseP90Seconds',
] as const;
const resolution = ['resolutionMeanSeconds', 'resolutionMedianSeconds', 'resolutionP90Seconds'] as const;
const columns: readonly MeasureId[] = [...firstResponse, ...resolution, 'abandonedFraction'];

/** How long customers wait for the first answer and for the solution, by channel. */
export function ResponseTimes({ report, result }: { report: Report; result: SimulationResult }) {
  const { t, say, format } = useText();
  const rows = report.responseTimes.rows.map(({ part }) => ({
    part,
    values: part === null ? result.total : (result.channels[part.id] ?? {}),
  }));
  return (
    <ChartFrame
      title={t('report.section.responseTimes')}
      explanation={t('app.times.explain')}
      about={{ measure: 'firstResponseMeanSeconds', subject: whole }}
      table={() => ({
        rowHead: t('report.column.channels'),
        groups: [
          { key: 'first', head: t('app.times.firstResponse'), span: firstResponse.length },
          { key: 'resolution', head: t('app.times.resolution'), span: resolution.length },
          { key: 'rest', head: null, span: 1 },
        ],
        columns: columns.map((measure) => ({
          name: measureWords(t, measure),
          key: measure,
          head: <MeasureName measure={measure} label={t(`app.times.column.${columnName(measure)}`)} />,
        })),
        rows: rows.map(({ part, values }) => ({
          name: part === null ? t('report.column.whole') : say(part.name),
          key: part?.id ?? '',
          head: part === null ? t('report.column.whole') : <PlanText of={part.name} />,
          strong: part === null,
          cells: columns.map((measure) => {
            const text = estimateText(format, values[measure], measures[measure].unit);
            const value = values[measure]?.value ?? null;
            if (values[measure] === undefined) return { value, shown: text };
            const subject = part === null ? whole : partSubject('channels', part.id);
            return {
              value,
              shown: <Figure key={measure} measure={measure} subject={subject} text={text} />,
            };
          }),
        })),
      })}
    >
      <TimeRanges rows={rows.filter(({ part }) => part !== null)} />
    </ChartFrame>
  );
}

function columnName(measure: MeasureId): 'mean' | 'median' | 'p90' | 'abandoned' {
  if (measure.includes('Median')) return 'median';
  if (measure.includes('P90')) return 'p90';
  return measure.includes('Mean') ? 'mean' : 'abandoned';
}
