import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type MeasureId, measures } from '../../../core/measures/catalogue.ts';
import {
  type Series,
  type SeriesMeasure,
  type SimulationResult,
  seriesMeasures,
} from '../../../core/measures/result.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Report } from '../../../core/report/report.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { estimateText, shareText, valueText } from '../../text/estimateText.ts';
import { dayAfter } from '../../text/planDays.ts';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { type HeatCell, HeatMap } from '../HeatMap.tsx';
import { Panel } from '../Panel.tsx';
import { PlaceSelect } from './PlaceSelect.tsx';
import { placeOfSeries, usePlaces } from './usePlaces.ts';

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const days = Array.from({ length: 7 }, (_, day) => day);
const secondsPerHour = 3600;

interface HourMapProps {
  readonly plan: Plan;
  readonly result: SimulationResult;
  readonly report: Report;
}

/** A measure on the hours of the week; first the promise that is furthest from being kept. */
export function HourMap({ plan, result, report }: HourMapProps) {
  const { t } = useText();
  return result.profile === null ? (
    <Panel title={t('results.hours.title')} explanation={t('results.hours.none')}>
      {null}
    </Panel>
  ) : (
    <Map plan={plan} report={report} profile={result.profile} />
  );
}

interface MapProps {
  readonly plan: Plan;
  readonly report: Report;
  readonly profile: NonNullable<SimulationResult['profile']>;
}

function Map({ plan, report, profile }: MapProps) {
  const texts = useText();
  const { t, format } = texts;
  const groups = usePlaces(plan, profile.series);
  const all = groups.flatMap(({ items }) => items);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted, setWanted] = useState<SeriesMeasure>('serviceLevelFraction');
  const worst = worstPromise(report);
  const place =
    all.find(({ value }) => value === chosen) ??
    all.find(({ value }) => value === `promises/${worst ?? ''}`) ??
    all[0];
  const here = useMemo(
    () =>
      seriesMeasures.flatMap((measure) =>
        profile.series.filter((one) => one.measure === measure && placeOfSeries(one) === place?.value),
      ),
    [profile, place?.value],
  );
  const series = here.find(({ measure }) => measure === wanted) ?? here[0];
  if (place === undefined || series === undefined) return null;
  const asked = askedOf(report, series);
  const weekdays = days.map((day) => {
    const weekday = format.weekdayOf(dayAfter(profile.startDate, day));
    return weekday === undefined ? '' : format.weekday(weekday);
  });
  const name = t.dynamic('measures', `${series.measure}.name` satisfies `${MeasureId}.name`);
  const cells = cellsOf(texts, series, asked);
  return (
    <ChartFrame
      title={t('results.hours.title')}
      explanation={sentenceOf(texts, series, {
        asked,
        offered: offeredOf(profile),
        weekdays,
        place: place.label,
      })}
      about={{ measure: series.measure, subject: { kind: series.scope, id: series.id, part: null } }}
      controls={
        <>
          <PlaceSelect label={t('app.load.place')} value={place.value} groups={groups} onChange={setChosen} />
          <Select
            label={t('report.column.measure')}
            w={260}
            value={series.measure}
            allowDeselect={false}
            onChange={(value) =>
              setWanted(seriesMeasures.find((measure) => measure === value) ?? 'serviceLevelFraction')
            }
            data={here.map(({ measure }) => ({
              value: measure,
              label: t.dynamic('measures', `${measure}.name`),
            }))}
          />
        </>
      }
      table={() => tableOf(texts, series, weekdays)}
    >
      <HeatMap
        caption={t('results.hours.caption', { measure: name, place: place.label })}
        rowHead={t('results.hours.day')}
        columns={hours.map((hour) => ({ key: String(hour), label: format.number(hour) }))}
        note={unitNote(texts, series)}
        rows={days.map((day) => ({
          key: String(day),
          label: weekdays[day] ?? '',
          cells: cells.slice(day * 24, day * 24 + 24),
        }))}
        legend={
          asked === null
            ? [
                { tone: 'plain', strength: 0.05, label: t('results.hours.low') },
                { tone: 'plain', strength: 1, label: t('results.hours.high') },
              ]
            : [
                {
                  tone: 'missed',
                  strength: 0.8,
                  label: t('results.hours.below', { asked: shareText(format, asked) }),
                },
                {
                  tone: 'kept',
                  strength: 0.6,
                  label: t('results.hours.above', { asked: shareText(format, asked) }),
                },
              ]
        }
      />
    </ChartFrame>
  );
}

interface Sentence {
  readonly asked: number | null;
  readonly offered: readonly (number | null)[];
  readonly weekdays: readonly string[];
  readonly place: string;
}

/** What comes in at each hour, in the organisation as a whole. */
const offeredOf = ({ series }: MapProps['profile']): readonly (number | null)[] =>
  series.find(({ measure, scope }) => measure === 'offeredContacts' && scope === 'total')?.values ?? [];

/** Where it is worst, in words; an hour at which next to nothing comes in breaks no promise. */
function sentenceOf(
  { t, format }: Texts,
  { values, measure }: Series,
  { asked, offered, weekdays, place }: Sentence,
): string {
  const { direction, unit } = measures[measure];
  const isLowWorst = direction === 'higherIsBetter';
  const weighed = values.map((value, hour) => {
    if (value === null) return null;
    if (asked === null) return isLowWorst ? -value : value;
    return (asked - value) * (offered[hour] ?? 1);
  });
  const at = highest(weighed);
  if (at === null) return t('results.hours.nothing', { place });
  const where = {
    place,
    day: weekdays[Math.floor(at / 24)] ?? '',
    times: format.range((at % 24) * secondsPerHour, ((at % 24) + 1) * secondsPerHour, (seconds) =>
      format.clockTime(seconds),
    ),
    value: valueText(format, values[at] ?? null, unit),
  };
  if (asked === null) return t(isLowWorst ? 'results.hours.lowest' : 'results.hours.highest', where);
  return (weighed[at] ?? 0) <= 0
    ? t('results.hours.kept', { place, asked: shareText(format, asked) })
    : t('results.hours.furthest', where);
}

/** What the bare numbers in the cells are. */
function unitNote({ t }: Texts, { measure }: Series): string {
  const { unit } = measures[measure];
  return t(`results.hours.in.${unit === 'fraction' ? 'percent' : unit === 'seconds' ? 'minutes' : 'count'}`);
}

/** What is asked of a promise; of other measures nothing is. */
const askedOf = (report: Report, { scope, id }: Series): number | null =>
  scope === 'promises'
    ? (report.promises.find(({ promise }) => promise.id === id)?.shareToAttain ?? null)
    : null;

function worstPromise({ promises }: Report): string | null {
  const margin = ({ attained, shareToAttain }: (typeof promises)[number]): number =>
    (attained.value ?? Number.POSITIVE_INFINITY) - shareToAttain;
  const [first, ...rest] = promises;
  if (first === undefined) return null;
  return rest.reduce((worst, one) => (margin(one) < margin(worst) ? one : worst), first).promise.id;
}

function highest(values: readonly (number | null)[]): number | null {
  let best: number | null = null;
  for (const [at, value] of values.entries())
    if (value !== null && (best === null || value > (values[best] ?? Number.NEGATIVE_INFINITY))) best = at;
  return best;
}

/** Against what is asked: the further below, the stronger; else from nothing to the largest value. */
function cellsOf({ format }: Texts, { values, measure }: Series, asked: number | null): readonly HeatCell[] {
  const { unit } = measures[measure];
  const largest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return values.map((value) => {
    if (value === null) return { strength: null, tone: 'plain', text: '' };
    const text =
      unit === 'fraction'
        ? format.number(Math.round(value * 100))
        : unit === 'seconds'
          ? format.number(Math.round(value / 60))
          : format.number(value, { decimals: value < 10 ? 1 : 0, trim: true });
    if (asked === null) return { strength: largest === 0 ? 0 : value / largest, tone: 'plain', text };
    return value < asked
      ? { strength: 0.25 + 0.75 * Math.min(1, (asked - value) / Math.max(asked, 0.01)), tone: 'missed', text }
      : {
          strength: 0.25 + 0.5 * Math.min(1, (value - asked) / Math.max(1 - asked, 0.01)),
          tone: 'kept',
          text,
        };
  });
}

function tableOf({ t, format }: Texts, series: Series, weekdays: readonly string[]): ChartTable {
  const { unit } = measures[series.measure];
  return {
    rowHead: t('results.hours.hour'),
    maxHeight: 480,
    columns: days.map((day) => ({
      key: String(day),
      head: weekdays[day] ?? NO_VALUE,
      name: weekdays[day] ?? NO_VALUE,
    })),
    rows: hours.map((hour) => ({
      key: String(hour),
      head: format.clockTime(hour * secondsPerHour),
      name: format.clockTime(hour * secondsPerHour),
      cells: days.map((day) => {
        const at = day * 24 + hour;
        const value = series.values[at] ?? null;
        return {
          value,
          shown: estimateText(format, { value, halfWidth: series.halfWidths[at] ?? null }, unit),
        };
      }),
    })),
  };
}
