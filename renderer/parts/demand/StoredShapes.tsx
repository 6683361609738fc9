import { Button } from '@mantine/core';
import type { Profile } from '../../../core/plan/schema/demand.ts';
import { weekdayFactor } from '../../../core/plan/weekHours.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ClockAt } from '../at/ClockAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { WeekdaysAt } from '../at/WeekdaysAt.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import classes from './demand.module.css';
import { setWeekdayFactor } from './profileEdits.ts';

/** The profile as the plan keeps it: a factor for each weekday, and the courses of days in intervals of any length. */
export function StoredShapes({ profile }: { profile: Profile }) {
  const { t, format } = useText();
  const edit = usePartEdit();
  const remove = useRemoval();
  const canEdit = useCanEdit();
  const at = ['profiles', profile.id];
  const { weekdayFactors, timeOfDay } = profile;
  const number = (value: number): string => format.number(value, { grouped: false });
  const readFactor = (text: string): Read<number> => {
    const parsed = parseNumber(text);
    if (!parsed.ok) return { ok: false, message: t.dynamic('app.unread', parsed.reason) };
    return parsed.value >= 0
      ? { ok: true, value: parsed.value }
      : { ok: false, message: t('demand.grid.negative') };
  };
  const readWeights = (text: string): Read<string> => {
    for (const part of text.split(/[\s;]+/).filter((one) => one !== '')) {
      const found = readFactor(part);
      if (!found.ok)
        return { ok: false, message: t('demand.stored.unread', { text: part, why: found.message }) };
    }
    return text.trim() === '' ? { ok: false, message: t('app.unread.empty') } : { ok: true, value: text };
  };
  const weightsOf = (text: string): number[] =>
    text
      .split(/[\s;]+/)
      .filter((one) => one !== '')
      .map((one) => {
        const found = readFactor(one);
        return found.ok ? found.value : 0;
      });
  return (
    <div className={classes.stack}>
      <p className={classes.empty}>{t('demand.stored.intro')}</p>
      <div className={classes.row} data-at={[...at, 'weekdayFactors'].join('/')}>
        {format.week().map((day) => (
          <CommitField<number>
            key={day}
            label={format.weekday(day)}
            width={96}
            inputMode="decimal"
            disabled={!canEdit}
            place={[...at, 'weekdayFactors', day].join('/')}
            value={weekdayFactor(profile, day)}
            write={number}
            read={readFactor}
            onCommit={(factor) =>
              void edit('profiles', profile.id, (now) => setWeekdayFactor(now, day, factor))
            }
          />
        ))}
        {weekdayFactors !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            mt={30}
            disabled={!canEdit}
            onClick={() =>
              void edit('profiles', profile.id, () => [{ change: 'remove', at: [...at, 'weekdayFactors'] }])
            }
          >
            {t('demand.stored.equalDays')}
          </Button>
        )}
      </div>
      {timeOfDay.map((entry, place) => {
        const entryAt = [...at, 'timeOfDay', place];
        return (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: courses of days are known by their position.
            key={place}
            className={classes.inside}
            aria-label={t('demand.stored.course', { number: place + 1 })}
          >
            <WeekdaysAt
              at={[...entryAt, 'weekdays']}
              label={t('demand.stored.weekdays')}
              value={entry.weekdays}
            />
            <div className={classes.row}>
              <ClockAt at={[...entryAt, 'from']} label={t('demand.stored.from')} value={entry.from} />
              <NumberAt
                at={[...entryAt, 'intervalMinutes']}
                label={t('demand.stored.interval')}
                value={entry.intervalMinutes}
                low={1}
                high={1440}
                width={200}
                whole
              />
            </div>
            <CommitField<string>
              label={t('demand.stored.weights', { number: entry.weights.length })}
              long
              disabled={!canEdit}
              place={[...entryAt, 'weights'].join('/')}
              value={entry.weights.map(number).join(' ')}
              write={(text) => text}
              read={readWeights}
              onCommit={(text) =>
                void edit('profiles', profile.id, () => [
                  { change: 'set', at: [...entryAt, 'weights'], value: weightsOf(text) },
                ])
              }
            />
            <div>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                disabled={!canEdit}
                onClick={() => void remove(entryAt)}
              >
                {t('demand.stored.flatten')}
              </Button>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
