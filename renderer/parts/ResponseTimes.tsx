import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { MeasureId } from '../../core/measures/catalogue.ts';
import { measures } from '../../core/measures/catalogue.ts';
import type { SimulationResult } from '../../core/measures/result.ts';
import { partSubject, whole } from '../../core/measures/subjects.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
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
  'firstResponseP95Seconds',
  'firstResponseP99Seconds',
] as const;
const resolution = [
  'resolutionMeanSeconds',
  'resolutionMedianSeconds',
  'resolutionP90Seconds',
  'resolutionP95Seconds',
  'resolutionP99Seconds',
] as const;
const columns: readonly MeasureId[] = [...firstResponse, ...resolution, 'abandonedFraction'];

const scopes = ['channels', 'tiers', 'teams'] as const;
type Scope = (typeof scopes)[number];

/** How long customers wait for the first answer and for the solution, by channel, tier or team. */
export function ResponseTimes({ plan, result }: { plan: Plan; result: SimulationResult }) {
  const { t, say, format } = useText();
  const [scope, setScope] = useState<Scope>('channels');
  const parts = plan[scope]
    .map((part) => ({ part, values: result[scope][part.id] ?? {} }))
    .filter(({ values }) => (values.firstResponseMeanSeconds?.value ?? null) !== null);
  const rows = [...parts, { part: null, values: result.total }];
  return (
    <ChartFrame
      title={t('results.times.title')}
      explanation={t('app.times.explain')}
      controls={
        <SegmentedControl
          aria-label={t('results.times.by')}
          value={scope}
          onChange={(value) => setScope(scopes.find((one) => one === value) ?? 'channels')}
          data={scopes.map((value) => ({ value, label: t(`report.column.${value}`) }))}
        />
      }
      about={{ measure: 'firstResponseMeanSeconds', subject: whole }}
      table={() => ({
        rowHead: t(`report.column.${scope}`),
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
            const subject = part === null ? whole : partSubject(scope, part.id);
            return {
              value,
              shown: <Figure key={measure} measure={measure} subject={subject} text={text} />,
            };
          }),
        })),
      })}
    >
      <TimeRanges rows={parts} scope={scope} />
    </ChartFrame>
  );
}

function columnName(measure: MeasureId): 'mean' | 'median' | 'p90' | 'p95' | 'p99' | 'abandoned' {
  if (measure.includes('Median')) return 'median';
  if (measure.includes('P90')) return 'p90';
  if (measure.includes('P95')) return 'p95';
  if (measure.includes('P99')) return 'p99';
  return measure.includes('Mean') ? 'mean' : 'abandoned';
}
