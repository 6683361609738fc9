import { type ComboboxItem, type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { type MeasureId, measures } from '../../core/measures/catalogue.ts';
import {
  type Series,
  type SeriesMeasure,
  type SimulationResult,
  seriesMeasures,
} from '../../core/measures/result.ts';
import { matches } from '../../core/plan/foldText.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { ChartFrame } from '../parts/ChartFrame.tsx';
import { Figure } from '../parts/Figure.tsx';
import { MeasureHead } from '../parts/MeasureHead.tsx';
import { MeasureName } from '../parts/MeasureName.tsx';
import { estimateText } from '../text/estimateText.ts';
import { intervalName } from '../text/intervalName.ts';
import { measureWords } from '../text/measureWords.ts';
import { useText } from '../text/TextProvider.tsx';
import { afterWarmUp } from './afterWarmUp.ts';

const SeriesChart = lazy(async () => ({ default: (await import('../charts/SeriesChart.tsx')).SeriesChart }));

// Drawn small below the chosen one; the others only when they are chosen.
const beside: readonly SeriesMeasure[] = [
  'queueLengthMeanContacts',
  'offeredContacts',
  'agentsOnDutyMean',
  'occupancyFraction',
];

const placeOf = (series: Pick<Series, 'scope' | 'id'>): string => `${series.scope}/${series.id}`;

/** The load over the period: one place of the organisation, one measure large and the others small below it. */
export function QueueLoad({ plan, result: whole }: { plan: Plan; result: SimulationResult }) {
  const result = useMemo(() => afterWarmUp(whole), [whole]);
  const skipped = whole.axis.intervals - result.axis.intervals;
  const texts = useText();
  const { t, format } = texts;
  const places = usePlaces(plan, result);
  const [chosenPlace, setPlace] = useState<string | null>(null);
  const [chosenMeasure, setMeasure] = useState<SeriesMeasure>('queueLengthMeanContacts');

  const all = places.flatMap(({ items }) => items);
  const place = all.find(({ value }) => value === chosenPlace) ?? all[0];
  if (place === undefined) return null;

  const here = seriesMeasures.flatMap((measure) =>
    result.series.filter((series) => series.measure === measure && placeOf(series) === place.value),
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
          <Select
            label={t('app.load.place')}
            w={260}
            value={place.value}
            allowDeselect={false}
            searchable={all.length > 8}
            filter={foldedFilter}
            nothingFoundMessage={t('app.load.nothingFound')}
            onChange={(value) => setPlace(value)}
            data={places}
          />
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
      table={() => ({
        rowHead: t('app.load.interval'),
        maxHeight: 480,
        columns: shown.map(({ measure }) => ({
          key: measure,
          head: <MeasureHead measure={measure} />,
          name: measureWords(t, measure),
        })),
        rows: main.values.map((_, at) => ({
          key: String(at),
          head: intervalName(texts, result.axis, at),
          name: intervalName(texts, result.axis, at),
          cells: shown.map((series) => ({
            value: series.values[at] ?? null,
            shown: (
              <Figure
                key={series.measure}
                measure={series.measure}
                subject={{ kind: series.scope, id: series.id, part: null }}
                interval={at + skipped}
                text={estimateText(
                  format,
                  { value: series.values[at] ?? null, halfWidth: series.halfWidths[at] ?? null },
                  measures[series.measure].unit,
                )}
              />
            ),
          })),
        })),
      })}
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

// What is typed on an Arabic keyboard finds what was written on a Persian one.
const foldedFilter: OptionsFilter = ({ options, search }) => {
  const fits = ({ label }: ComboboxItem): boolean => matches(label, search);
  return options.flatMap((option): ComboboxParsedItem<string>[] => {
    if (!('group' in option)) return fits(option) ? [option] : [];
    const items = option.items.filter(fits);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};

interface PlaceGroup {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/** The places for which there are series, the whole first, then as the plan lists them. */
function usePlaces(plan: Plan, result: Pick<SimulationResult, 'series'>): PlaceGroup[] {
  const { t, say } = useText();
  return useMemo(() => {
    const present = new Set(result.series.map(placeOf));
    const among = (
      scope: 'tiers' | 'teams' | 'channels' | 'promises',
      parts: readonly { readonly id: string; readonly name: Plan['name'] }[],
    ): PlaceGroup['items'] =>
      parts
        .map(({ id, name }) => ({ value: placeOf({ scope, id }), label: say(name) }))
        .filter(({ value }) => present.has(value));
    const groups: PlaceGroup[] = [
      {
        group: t('app.load.whole'),
        items: present.has('total/') ? [{ value: 'total/', label: t('app.load.organisation') }] : [],
      },
      { group: t('report.part.teams'), items: among('teams', plan.teams) },
      { group: t('report.part.tiers'), items: among('tiers', plan.tiers) },
      { group: t('report.part.channels'), items: among('channels', plan.channels) },
      { group: t('report.part.promises'), items: among('promises', plan.promises) },
    ];
    return groups.filter(({ items }) => items.length > 0);
  }, [plan, result, t, say]);
}
