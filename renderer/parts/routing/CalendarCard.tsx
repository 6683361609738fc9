import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Calendar } from '../../../core/plan/schema/calendar.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { usersOf } from './calendarEdits.ts';
import classes from './channels.module.css';
import { Exceptions } from './Exceptions.tsx';
import { WeekStrip } from './WeekStrip.tsx';

/** Opening hours that channels, teams and promises go by. */
export function CalendarCard({ plan, calendar }: { plan: Plan; calendar: Calendar }) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const at = ['calendars', calendar.id];
  const users = usersOf(plan, calendar.id).map(({ name }) => say(name));
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
      onRemove={() => void edit(withoutPart(plan, 'calendars', calendar.id))}
    >
      <p className={classes.note}>
        {users.length === 0
          ? t('routing.hours.unused')
          : t('routing.hours.usedBy', { users: format.list(users) })}
      </p>
      <SwitchAt at={[...at, 'alwaysOpen']} label={t('routing.hours.always')} value={calendar.alwaysOpen} />
      {!calendar.alwaysOpen && <WeekStrip calendar={calendar} />}
      <Disclosure
        title={t('routing.hours.exceptions', { number: format.integer(calendar.exceptions.length) })}
      >
        <div className={classes.option}>
          <Exceptions plan={plan} calendar={calendar} />
        </div>
      </Disclosure>
    </PartCard>
  );
}
