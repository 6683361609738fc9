import { AddButton } from '../parts/at/AddButton.tsx';
import { Section, Sections } from '../parts/at/Section.tsx';
import { AddChannel } from '../parts/routing/AddChannel.tsx';
import { CalendarCard } from '../parts/routing/CalendarCard.tsx';
import { ChannelCard } from '../parts/routing/ChannelCard.tsx';
import { addCalendar, usersOf } from '../parts/routing/calendarEdits.ts';
import classes from '../parts/routing/channels.module.css';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** How customers come in, when that is open, and how long they wait. */
export function ChannelsScreen({ open: { plan } }: { open: OpenPlan }) {
  const { t, say, format, language } = useText();
  const callBacks = JSON.stringify(
    plan.channels.filter(({ kind }) => kind === 'callBack').map(({ id, name }) => [id, say(name)]),
  );
  const edit = useSession((session) => session.edit);
  const isEmpty = plan.channels.length === 0;
  return (
    <Sections>
      <Section
        title={t('routing.channels.title')}
        intro={t(isEmpty ? 'routing.channels.empty' : 'routing.channels.intro')}
      >
        <div className={classes.list}>
          {plan.channels.map((channel, position) => (
            <ChannelCard
              key={channel.id}
              plan={plan}
              channel={channel}
              position={position}
              count={plan.channels.length}
              callBacks={callBacks}
            />
          ))}
        </div>
        <div>
          <AddChannel />
        </div>
      </Section>
      <Section title={t('routing.hours.title')} intro={t('routing.hours.intro')}>
        <div className={classes.list}>
          {plan.calendars.map((calendar) => (
            <CalendarCard
              key={calendar.id}
              calendar={calendar}
              users={format.list(usersOf(plan, calendar.id).map(({ name }) => say(name)))}
            />
          ))}
        </div>
        <div>
          <AddButton
            list="calendars"
            label={t('routing.hours.add')}
            onAdd={() => void edit((now) => addCalendar(now, { [language]: t('routing.hours.newName') }))}
          />
        </div>
      </Section>
    </Sections>
  );
}
