import { lazy, Suspense, useMemo } from 'react';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { weekdaysOfPlan } from '../../../core/plan/weekHours.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import type { ChartTable } from '../chartTable.ts';
import { contactsOfHours, weekOf } from './profileEdits.ts';

const WeekChart = lazy(async () => ({ default: (await import('../../charts/WeekChart.tsx')).WeekChart }));

/** What a profile means for a usual week, in one picture and one sentence. */
export function WeekPicture({ plan, profile }: { plan: Plan; profile: Profile }) {
  const { t, format } = useText();
  const { contacts } = weekOf(plan, profile);
  const week = useMemo(() => contactsOfHours(profile, contacts), [profile, contacts]);
  const values = format.week().flatMap((day) => week[day]);
  const busiest = weekdaysOfPlan
    .flatMap((day) => week[day].map((value, hour) => ({ day, hour, value })))
    .reduce((most, one) => (one.value > most.value ? one : most));
  const isLevel = values.every((value) => Math.abs(value - busiest.value) <= 1e-9 * busiest.value);
  const sentence =
    busiest.value === 0
      ? t('demand.picture.nothing')
      : isLevel
        ? t('demand.lines.flat')
        : t('demand.picture.busiest', {
            day: format.weekday(busiest.day),
            times: format.range(busiest.hour * 3600, (busiest.hour + 1) * 3600, (seconds) =>
              format.clockTime(seconds),
            ),
            contacts: format.number(busiest.value, { decimals: busiest.value < 10 ? 1 : 0, trim: true }),
          });
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const table = (): ChartTable => ({
    rowHead: t('demand.picture.hour'),
    maxHeight: 320,
    columns: format.week().map((day) => ({ key: day, head: format.weekday(day), name: format.weekday(day) })),
    rows: hours.map((hour) => ({
      key: String(hour),
      head: format.clockTime(hour * 3600),
      name: format.clockTime(hour * 3600),
      cells: format.week().map((day) => {
        const value = week[day][hour] ?? 0;
        return { value, shown: format.number(value, { decimals: value < 10 ? 1 : 0, trim: true }) };
      }),
    })),
  });
  return (
    <ChartFrame title={t('demand.picture.label')} explanation={sentence} table={table} plain>
      <Suspense fallback={<div style={{ blockSize: 168 }} aria-busy="true" />}>
        <WeekChart days={format.week()} values={values} />
      </Suspense>
    </ChartFrame>
  );
}
