import type { Profile } from '../../../core/plan/schema/demand.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { DateAt } from '../at/DateAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useRemoval } from '../at/useRemoval.ts';
import classes from './demand.module.css';
import { addSpecialDay } from './profileEdits.ts';

/** Days that differ from the usual of their week: a sale, a holiday. */
export function SpecialDays({ profile }: { profile: Profile }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const horizon = useSession((session) => session.open?.plan.horizon.start ?? '2026-01-01');
  const removePart = useRemoval();
  const list = ['profiles', profile.id, 'specialDays'];
  return (
    <div className={classes.stack}>
      <p className={classes.empty}>{t('demand.specialDays.intro')}</p>
      <ul className={classes.list}>
        {profile.specialDays.map((day, at) => {
          const remove = t('app.at.remove', { part: format.date(day.date) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: special days are known by their position.
            <li key={at} className={classes.day} data-part={[...list, at].join('/')}>
              <DateAt
                at={[...list, at, 'date']}
                label={t('demand.specialDays.date')}
                value={day.date}
                width="100%"
              />
              <NumberAt
                at={[...list, at, 'factor']}
                label={t('demand.specialDays.factor')}
                value={day.factor}
                low={0}
                high={1000}
                width="100%"
              />
              <TextAt
                at={[...list, at, 'name']}
                label={t('demand.specialDays.name')}
                value={day.name}
                optional
                width="100%"
              />
              <RemoveButton label={remove} hasTip mt={26} onRemove={() => void removePart([...list, at])} />
            </li>
          );
        })}
      </ul>
      <div>
        <AddButton
          label={t('demand.specialDays.add')}
          list={list.join('/')}
          onAdd={() => void edit(addSpecialDay(profile, horizon))}
        />
      </div>
    </div>
  );
}
