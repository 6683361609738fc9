import { Select } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { MeasureId } from '../../../core/measures/catalogue.ts';
import { type SeriesMeasure, type SimulationResult, seriesMeasures } from '../../../core/measures/result.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import { MeasureName } from '../MeasureName.tsx';
import { afterWarmUp } from './afterWarmUp.ts';
import { PlaceSelect } from './PlaceSelect.tsx';
import { seriesTable } from './seriesTable.ts';
import { placeOfSeries, usePlaces } from './usePlaces.ts';

const SeriesChart = lazy(async () => ({
  default: (await import('../../charts/SeriesChart.tsx')).SeriesChart,
}));

// Drawn small below the chosen one; the others only when they are chosen.
const beside: readonly SeriesMeasure[] = [
  'queueLengthMeanContacts',
  'offeredContacts',
  'agentsOnDutyMean',
  'occupancyFraction',
];

/** The load over the period: one place of the organisation, one measure large and the others small below it. */
export function QueueLoad({ plan, result: whole }: { plan: Plan; result: SimulationResult }) {
  const result = useMemo(() => afterWarmUp(whole), [whole]);
  const skipped = whole.axis.intervals - result.axis.intervals;
  const texts = useText();
  const { t } = texts;
  const places = usePlaces(plan, result.series);
  const [chosenPlace, setPlace] = useState<string | null>(null);
  const [chosenMeasure, setMeasure] = useState<SeriesMeasure>('queueLengthMeanContacts');

  const all = places.flatMap(({ items }) => items);
  const place = all.find(({ value }) => value === chosenPlace) ?? all[0];
  if (place === undefined) return null;

  const here = seriesMeasures.flatMap((measure) =>
    result.series.filter((series) => series.measure === measure && placeOfSeries(series) === place.value),
  );
  const main = here.find((series) => series.measure === chosenMeasure) ?? here[0];
  if (main === undefined) return null;
  const others = here.filter((series) => series !== main && beside.includes(series.measure));
  const shown = [main, ...others];
  const explanation = t(result.axis.kind === 'week' ? 'app.load.explainWeek' : 'app.load.explain');

  return (
    <ChartFrame
      title={t('app.load.title')}
      explanation={explanation}
      about={{ measure: main.measure, subject: { kind: main.scope, id: main.id, part: null } }}
      controls={
        <>
          <PlaceSelect label={t('app.load.place')} value={place.value} groups={places} onChange={setPlace} />
          <Select
            label={t('app.load.measure')}
            w={260}
            value={main.measure}
            allowDeselect={false}
            onChange={(value) =>
              setMeasure(seriesMeasures.find((measure) => measure === value) ?? 'queueLengthMeanContacts')
            }
            data={here.map(({ measure }) => ({
              value: measure,
              label: t.dynamic('measures', `${measure}.name`),
            }))}
          />
        </>
      }
      table={() => seriesTable(texts, result.axis, shown, skipped)}
    >
      <Suspense fallback={<div style={{ blockSize: 584 }} />}>
        <SeriesChart
          axis={result.axis}
          main={main}
          others={others}
          nameOf={(measure) => (
            <MeasureName measure={measure} label={t.dynamic('measures', `${measure}.name`)} />
          )}
          label={`${place.label}: ${t.dynamic('measures', `${main.measure}.name` satisfies `${MeasureId}.name`)}`}
        />
      </Suspense>
    </ChartFrame>
  );
}
