import { Chip } from '@mantine/core';
import { useState } from 'react';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { entryOf, hoursOfEntry, weekdayFactor } from '../../../core/plan/weekHours.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useDrawn } from '../../state/useDrawn.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { DayCurve } from './DayCurve.tsx';
import classes from './demand.module.css';
import { contactsOfHours, drawDays, weekOf } from './profileEdits.ts';

/** The course of one or more days of the week, drawn with the pointer or set hour by hour with the keys. */
export function DayDrawing({ plan, profile }: { plan: Plan; profile: Profile }) {
  const { t, format } = useText();
  const edit = usePlanEdit();
  const drawn = useDrawn();
  const preview = useSession((session) => session.preview);
  const canEdit = useCanEdit();
  const week = format.week();
  // Days of the first one's shape are drawn together.
  const [days, setDays] = useState<readonly Weekday[]>(() => {
    const first = week.find((day) => weekdayFactor(profile, day) > 0) ?? week[0] ?? 'monday';
    const entry = entryOf(profile, first);
    return week.filter((day) => weekdayFactor(profile, day) > 0 && entryOf(profile, day) === entry);
  });
  const shown = week.find((day) => days.includes(day));
  const ofWeek = contactsOfHours(profile, weekOf(plan, profile).contacts);
  const day = shown === undefined ? [] : ofWeek[shown];
  // A day without contacts is drawn by its shape alone.
  const hours =
    shown === undefined || day.some((value) => value > 0)
      ? day
      : hoursOfEntry(entryOf(profile, shown)).map((share) => share * 100);
  return (
    <div className={classes.stack}>
      <p className={classes.empty}>{t('demand.drawing.intro')}</p>
      <Chip.Group
        multiple
        value={[...days]}
        onChange={(chosen) => setDays(week.filter((one) => chosen.includes(one)))}
      >
        <div className={classes.days}>
          {week.map((one) => (
            <Chip key={one} value={one} size="sm">
              {format.weekday(one)}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      {shown === undefined ? (
        <p className={classes.empty}>{t('demand.drawing.noDay')}</p>
      ) : (
        <DayCurve
          key={days.join()}
          hours={hours}
          disabled={!canEdit}
          label={t('demand.drawing.of', { days: format.list(days.map((one) => format.weekday(one))) })}
          onPreview={(next) => preview(next === null ? null : drawDays(profile, days, next))}
          onDraw={(next) =>
            drawn(
              edit((now) => {
                const one = now.profiles.find(({ id }) => id === profile.id);
                return one === undefined ? [] : drawDays(one, days, next);
              }),
            )
          }
        />
      )}
    </div>
  );
}
