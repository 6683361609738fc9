import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { DateAt } from '../at/DateAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { placeText } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';
import { EntryLine } from './EntryLine.tsx';
import classes from './People.module.css';
import { addTo } from './peopleEdits.ts';

/** Who joins and who leaves, and when. */
export function StaffChanges({ plan, of }: { plan: Plan; of: GroupPlace }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const at = [...groupAt(of), 'staffChanges'];
  const changes = of.group.staffChanges ?? [];
  return (
    <Disclosure title={t('people.changes.title', { number: changes.length })}>
      <p className={classes.hint}>{t('people.changes.explained')}</p>
      <ul className={classes.entries} data-at={placeText(at)}>
        {changes.map((change, place) => (
          <EntryLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name but its position.
            key={place}
            at={[...at, place]}
            isNeeded
            label={format.date(change.date)}
          >
            <div className={classes.row}>
              <DateAt
                at={[...at, place, 'date']}
                label={t('people.changes.date')}
                value={change.date}
                width={215}
              />
              <QuantityAt
                at={[...at, place, 'people']}
                label={t('people.changes.people')}
                value={change.people}
                as="number"
                low={-1_000_000}
                high={1_000_000}
                width={140}
              />
              <QuantityAt
                at={[...at, place, 'delayDays']}
                label={t('people.changes.delay')}
                value={change.delayDays}
                as="number"
                optional
                width={140}
              />
            </div>
          </EntryLine>
        ))}
      </ul>
      <AddButton
        label={t('people.changes.add')}
        list={placeText(at)}
        onAdd={() => void edit(addTo(at, of.group.staffChanges, { date: plan.horizon.start, people: 1 }))}
      />
    </Disclosure>
  );
}
