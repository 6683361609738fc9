import { Switch } from '@mantine/core';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { FilterAt } from '../at/FilterAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';
import { EntryLine } from './EntryLine.tsx';
import classes from './People.module.css';

/** How fast the people of a group are, and how those who are new become so. */
export function GroupSkill({ of }: { of: GroupPlace }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const { proficiency, learningCurve } = of.group;
  const at = [...groupAt(of), 'proficiency'];
  const curve = [...groupAt(of), 'learningCurve'];
  return (
    <Disclosure title={t('people.skill.title', { number: proficiency.length })}>
      <p className={classes.hint}>{t('people.skill.explained')}</p>
      <ul className={classes.entries} data-at={placeText(at)}>
        {proficiency.map((entry, place) => (
          <EntryLine
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name but its position.
            key={place}
            at={[...at, place]}
            label={t('people.skill.entry', { number: format.integer(place + 1) })}
          >
            <FilterAt
              at={[...at, place, 'when']}
              label={t('people.skill.when')}
              value={entry.when}
              lists={['issueTypes', 'channels', 'tiers', 'teams', 'priorities', 'segments', 'languages']}
            />
            <NumberAt
              at={[...at, place, 'factor']}
              label={t('people.skill.factor')}
              description={t('people.skill.factorDetail', {
                twice: format.number(2),
                half: format.number(0.5),
              })}
              value={entry.factor}
              low={0.01}
              high={20}
              width={200}
            />
          </EntryLine>
        ))}
      </ul>
      <AddButton
        label={t('people.skill.add')}
        list={placeText(at)}
        onAdd={() => void edit([{ change: 'add', at, value: { when: {}, factor: 1 } }])}
      />
      <Switch
        mt="md"
        label={t('people.skill.learning')}
        description={t('people.skill.learningDetail')}
        checked={learningCurve !== undefined}
        disabled={!canEdit}
        data-switch={placeText(curve)}
        onChange={(event) =>
          void edit([
            event.currentTarget.checked
              ? { change: 'set', at: curve, value: { startFactor: 0.6, weeks: 8, newShare: 0.15 } }
              : { change: 'remove', at: curve },
          ])
        }
      />
      {learningCurve !== undefined && (
        <div className={classes.row}>
          <NumberAt
            at={[...curve, 'startFactor']}
            label={t('people.skill.startFactor')}
            value={learningCurve.startFactor}
            low={0.01}
            high={1}
            width={130}
          />
          <NumberAt
            at={[...curve, 'weeks']}
            label={t('people.skill.weeks')}
            value={learningCurve.weeks}
            low={0.1}
            high={520}
            width={130}
          />
          <QuantityAt
            at={[...curve, 'newShare']}
            label={t('people.skill.newShare')}
            value={learningCurve.newShare}
            as="share"
            width={170}
          />
        </div>
      )}
    </Disclosure>
  );
}
