import { lazy, Suspense, useMemo, useState } from 'react';
import type { Series, SimulationResult } from '../../../core/measures/result.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import { MeasureName } from '../MeasureName.tsx';
import { afterWarmUp } from './afterWarmUp.ts';
import { PlaceSelect } from './PlaceSelect.tsx';
import { seriesTable } from './seriesTable.ts';
import { placeOfSeries, usePlaces } from './usePlaces.ts';

/** The team at which most lies: of teams the age is known, too. */
function largestTeam(series: readonly Series[]): string | null {
  const sumOf = ({ values }: Series): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const [first, ...rest] = series.filter(({ scope }) => scope === 'teams');
  if (first === undefined) return null;
  return placeOfSeries(rest.reduce((most, one) => (sumOf(one) > sumOf(most) ? one : most), first));
}

const SeriesChart = lazy(async () => ({
  default: (await import('../../charts/SeriesChart.tsx')).SeriesChart,
}));

/** Deferred work that lies there, and how old the oldest of it is, over the period. */
export function BacklogLoad({ plan, result: whole }: { plan: Plan; result: SimulationResult }) {
  const result = useMemo(() => afterWarmUp(whole), [whole]);
  const skipped = whole.axis.intervals - result.axis.intervals;
  const texts = useText();
  const { t } = texts;
  const found = useMemo(
    () =>
      result.series.filter(
        ({ measure, values }) =>
          measure === 'backlogMeanContacts' && values.some((value) => (value ?? 0) > 0),
      ),
    [result],
  );
  const places = usePlaces(plan, found);
  const [chosen, setChosen] = useState<string | null>(null);
  const all = places.flatMap(({ items }) => items);
  const largest = useMemo(() => largestTeam(found), [found]);
  const place = all.find(({ value }) => value === (chosen ?? largest)) ?? all[0];
  const main = found.find((series) => placeOfSeries(series) === place?.value);
  if (place === undefined || main === undefined) return null;
  const ages = result.series.filter(
    (series) => series.measure === 'oldestAgeMeanSeconds' && placeOfSeries(series) === place.value,
  );
  const shown: readonly Series[] = [main, ...ages];
  return (
    <ChartFrame
      title={t('results.backlog.title')}
      explanation={t('results.backlog.explain')}
      about={{ measure: main.measure, subject: { kind: main.scope, id: main.id, part: null } }}
      controls={
        <PlaceSelect label={t('app.load.place')} value={place.value} groups={places} onChange={setChosen} />
      }
      table={() => seriesTable(texts, result.axis, shown, skipped)}
    >
      <Suspense fallback={<div style={{ blockSize: 440 }} />}>
        <SeriesChart
          axis={result.axis}
          main={main}
          others={ages}
          nameOf={(measure) => (
            <MeasureName measure={measure} label={t.dynamic('measures', `${measure}.name`)} />
          )}
          label={`${place.label}: ${t('measures.backlogMeanContacts.name')}`}
        />
      </Suspense>
    </ChartFrame>
  );
}
