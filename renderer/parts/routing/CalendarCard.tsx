import { memo } from 'react';
import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import { useText } from '../../text/TextProvider.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Disclosure } from '../Disclosure.tsx';
import classes from './channels.module.css';
import { Exceptions } from './Exceptions.tsx';
import { WeekStrip } from './WeekStrip.tsx';

interface CalendarCardProps {
  readonly calendar: Calendar;
  /** Names of what goes by these hours, as a list; empty: nothing. */
  readonly users: string;
}

/** Opening hours that channels, teams and promises go by. */
export const CalendarCard = memo(({ calendar, users }: CalendarCardProps) => {
  const { t, say, format } = useText();
  const edit = usePlanEdit();
  const at = ['calendars', calendar.id];
  return (
    <PartCard
      label={say(calendar.name)}
      at={at}
      name={
        <TextAt
          at={[...at, 'name']}
          label={t('routing.hours.name')}
          hideLabel
          width={320}
          value={calendar.name}
        />
      }
      onRemove={() => edit((now) => withoutPart(now, 'calendars', calendar.id))}
    >
      <p className={classes.note}>
        {users === '' ? t('routing.hours.unused') : t('routing.hours.usedBy', { users })}
      </p>
      <SwitchAt at={[...at, 'alwaysOpen']} label={t('routing.hours.always')} value={calendar.alwaysOpen} />
      {!calendar.alwaysOpen && (
        <WeekStrip
          at={[...at, 'weekly']}
          name={say(calendar.name)}
          weekly={calendar.weekly}
          onChange={(weekly) => edit(() => [{ change: 'set', at: [...at, 'weekly'], value: weekly }])}
        />
      )}
      <Disclosure
        title={t('routing.hours.exceptions', { number: format.integer(calendar.exceptions.length) })}
      >
        <div className={classes.option}>
          <Exceptions calendar={calendar} />
        </div>
      </Disclosure>
    </PartCard>
  );
});
