import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { useRemoval } from '../at/useRemoval.ts';
import classes from './demand.module.css';
import { addBacklog } from './demandEdits.ts';
import { Section } from './Section.tsx';

const mostContacts = 10_000_000;

/** Contacts that wait already when the period begins. */
export function Backlog({ plan }: { plan: Plan }) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const removePart = useRemoval();
  const { demand, startingBacklog } = plan;
  const nameOf = (list: readonly { id: string; name: Plan['name'] }[], id: string): string => {
    const found = list.find((one) => one.id === id);
    return found === undefined ? id : say(found.name);
  };
  const lines = demand.map((line) => ({
    value: line.id,
    label: t('demand.lines.called', {
      issueType: nameOf(plan.issueTypes, line.issueType),
      channel: nameOf(plan.channels, line.channel),
    }),
  }));
  return (
    <Section id="backlog" title={t('demand.backlog.title')} explanation={t('demand.backlog.intro')}>
      {startingBacklog.length > 0 && (
        <ul className={classes.list}>
          {startingBacklog.map((entry, at) => {
            const label = lines.find(({ value }) => value === entry.demand)?.label ?? entry.demand;
            const remove = t('app.at.remove', { part: label });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: backlogs are known by their position.
              <li key={at} className={classes.row} data-part={`startingBacklog/${at}`}>
                <ChoiceAt
                  at={['startingBacklog', at, 'demand']}
                  label={t('demand.backlog.line')}
                  width={320}
                  value={entry.demand}
                  options={lines}
                />
                <NumberAt
                  at={['startingBacklog', at, 'contacts']}
                  label={t('demand.backlog.contacts')}
                  value={entry.contacts}
                  low={0}
                  high={mostContacts}
                  whole
                />
                <DurationAt
                  at={['startingBacklog', at, 'oldestSeconds']}
                  label={t('demand.backlog.oldest')}
                  value={entry.oldestSeconds}
                  width={180}
                />
                <RemoveButton
                  label={remove}
                  hasTip
                  mt={26}
                  onRemove={() => void removePart(['startingBacklog', at])}
                />
              </li>
            );
          })}
        </ul>
      )}
      {startingBacklog.length < demand.length && (
        <div>
          <AddButton
            label={t('demand.backlog.add')}
            list="startingBacklog"
            onAdd={() => void edit((now) => addBacklog(now))}
          />
        </div>
      )}
    </Section>
  );
}
