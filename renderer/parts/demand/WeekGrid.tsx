import { SegmentedControl, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import type { GridCell } from '../grid/GridRow.tsx';
import type { CellRead, GridEdit } from '../grid/gridPaste.ts';
import type { GridPart } from '../grid/gridRules.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import classes from './demand.module.css';
import type { HourEdit } from './hourEdits.ts';
import { contactsOfHours, editHours, weekOf } from './profileEdits.ts';

type Layout = 'hoursDown' | 'hoursAcross' | 'oneBelowOther';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A profile as the contacts of the 168 hours of a usual week, or all profiles side by side. */
export function WeekGrid({ plan, profile }: { plan: Plan; profile: Profile }) {
  const { t, say, format } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const [layout, setLayout] = useState<Layout>('hoursDown');
  const [keepsVolume, setKeepsVolume] = useState(false);
  const { profiles } = plan;
  const weeks = useMemo(
    () => new Map(profiles.map((one) => [one.id, contactsOfHours(one, weekOf(plan, one).contacts)] as const)),
    [profiles, plan],
  );

  const { rows, columns, placeOf } = useMemo(() => {
    const days = format.week();
    const clock = (hour: number): string => format.clockTime(hour * 3600);
    const dayParts = days.map(
      (day): GridPart => ({ key: day, head: format.weekday(day), name: format.weekday(day) }),
    );
    const hourParts = hours.map(
      (hour): GridPart => ({ key: String(hour), head: clock(hour), name: clock(hour) }),
    );
    const cell = (day: Weekday | undefined, hour: number | undefined, of: Profile | undefined) =>
      day === undefined || hour === undefined || of === undefined ? undefined : { day, hour, of };
    if (layout === 'hoursDown')
      return {
        rows: hourParts,
        columns: dayParts,
        placeOf: (row: number, column: number) => cell(days[column], hours[row], profile),
      };
    if (layout === 'hoursAcross')
      return {
        rows: dayParts,
        columns: hourParts,
        placeOf: (row: number, column: number) => cell(days[row], hours[column], profile),
      };
    return {
      rows: days.flatMap((day) =>
        hours.map((hour): GridPart => {
          const name = t('demand.hours.moment', { day: format.weekday(day), time: clock(hour) });
          return { key: `${day} ${hour}`, head: name, name };
        }),
      ),
      columns: profiles.map(
        (one): GridPart => ({ key: one.id, head: <bdi>{say(one.name)}</bdi>, name: say(one.name) }),
      ),
      placeOf: (row: number, column: number) => cell(days[Math.floor(row / 24)], row % 24, profiles[column]),
    };
  }, [layout, format, t, say, profile, profiles]);

  const cells = useMemo(() => {
    const most = (layout === 'oneBelowOther' ? profiles : [profile]).map((one) => {
      const week = weeks.get(one.id);
      return week === undefined ? 0 : Math.max(...Object.values(week).flat());
    });
    // Digits stand under one another where all have as many decimals.
    const highestOfAll = Math.max(0, ...most);
    const isWhole = (layout === 'oneBelowOther' ? profiles : [profile]).every((one) =>
      Object.values(weeks.get(one.id) ?? {})
        .flat()
        .every((value) => Math.abs(value - Math.round(value)) < 1e-6),
    );
    const decimals = isWhole || highestOfAll >= 1000 ? 0 : highestOfAll < 10 ? 2 : 1;
    const write = (value: number): string =>
      format.number(value, value < 1 ? { decimals: 2, trim: true } : { decimals });
    return rows.map((_, row) =>
      columns.map((__, column): GridCell => {
        const place = placeOf(row, column);
        const value = place === undefined ? 0 : (weeks.get(place.of.id)?.[place.day][place.hour] ?? 0);
        const highest = (layout === 'oneBelowOther' ? most[column] : most[0]) ?? 0;
        return {
          value: Number(value.toPrecision(10)),
          text: write(value),
          fill: highest > 0 ? value / highest : 0,
        };
      }),
    );
  }, [rows, columns, placeOf, weeks, format, layout, profile, profiles]);

  const read = (text: string): CellRead => {
    const parsed = parseNumber(text, { percent: 'refuse' });
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    return parsed.value >= 0 ? parsed : { ok: false, message: t('demand.grid.negative') };
  };
  const onEdit = (edits: readonly GridEdit[]): string | undefined => {
    const byProfile = new Map<string, HourEdit[]>();
    for (const { row, column, value } of edits) {
      const place = placeOf(row, column);
      if (place === undefined) continue;
      const mine = byProfile.get(place.of.id) ?? [];
      mine.push({ weekday: place.day, hour: place.hour, contacts: value ?? 0 });
      byProfile.set(place.of.id, mine);
    }
    void edit((now) =>
      now.profiles.flatMap((one) => {
        const mine = byProfile.get(one.id);
        return mine === undefined ? [] : editHours(now, one, mine, keepsVolume);
      }),
    );
    return undefined;
  };
  const label = t('demand.hours.of', { profile: say(profile.name) });
  return (
    <div className={classes.stack} data-week-grid={profile.id}>
      <div className={classes.foot}>
        <strong>{t(layout === 'oneBelowOther' ? 'demand.hours.ofAll' : 'demand.hours.title')}</strong>
        <div className={classes.controls}>
          <Switch
            size="sm"
            label={t('demand.hours.keepsVolume')}
            checked={keepsVolume}
            onChange={(event) => setKeepsVolume(event.currentTarget.checked)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('demand.hours.layout')}
            value={layout}
            onChange={(value) => setLayout(value as Layout)}
            data={(['hoursDown', 'hoursAcross', 'oneBelowOther'] as const).map((value) => ({
              value,
              label: t(`demand.hours.layouts.${value}`),
            }))}
          />
        </div>
      </div>
      <NumberGrid
        key={layout}
        label={layout === 'oneBelowOther' ? t('demand.hours.ofAll') : label}
        corner={t(layout === 'hoursAcross' ? 'demand.hours.day' : 'demand.hours.corner')}
        at={['profiles', profile.id, 'timeOfDay']}
        rows={rows}
        columns={columns}
        cells={cells}
        read={read}
        write={(value) => format.number(value, { grouped: false })}
        onEdit={onEdit}
        disabled={!canEdit}
        dense
        {...(layout === 'oneBelowOther' && { maxHeight: 640 })}
      />
    </div>
  );
}
