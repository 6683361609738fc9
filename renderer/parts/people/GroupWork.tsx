import { ActionIcon } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { Place } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Group } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FilterAt } from '../at/FilterAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { useEditAt } from '../at/useEditAt.ts';
import { Disclosure } from '../Disclosure.tsx';
import { type GroupPlace, groupAt } from '../staffing/shiftEdits.ts';
import { EntryLine } from './EntryLine.tsx';
import classes from './People.module.css';
import { addTo } from './peopleEdits.ts';

const orders = ['liveFirst', 'longestQueue', 'fixedList'] as const;

/** Which work the people of a group take first, and how they treat work that can wait. */
export function GroupWork({ plan, of }: { plan: Plan; of: GroupPlace }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const editAt = useEditAt();
  const canEdit = useCanEdit();
  const { group } = of;
  const at = groupAt(of);
  const list = [...at, 'queueList'];
  const moveUp = (entry: Place): Promise<boolean> =>
    editAt(entry, (_, now) => {
      const position = Number(now.at(-1)) - 1;
      return position < 0 ? [] : [{ change: 'move', at: now, position }];
    });
  return (
    <Disclosure title={t('people.work.title')}>
      <div className={classes.entry}>
        <ChoiceAt<Group['order']>
          at={[...at, 'order']}
          label={t('people.work.order')}
          width="100%"
          value={group.order}
          usual="liveFirst"
          options={orders.map((value) => ({ value, label: t(`people.work.orders.${value}`) }))}
        />
        <p className={classes.hint}>{t('people.work.queues')}</p>
        <ol className={classes.entries} data-at={placeText(list)}>
          {(group.queueList ?? []).map((filter, place) => (
            <EntryLine
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no name but its position.
              key={place}
              at={[...list, place]}
              isNeeded
              label={t('people.work.queue', { number: format.integer(place + 1) })}
            >
              <FilterAt
                at={[...list, place]}
                label={t('people.work.queue', { number: format.integer(place + 1) })}
                value={filter}
              />
              {place > 0 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  disabled={!canEdit}
                  aria-label={t('people.work.earlier', { number: format.integer(place + 1) })}
                  onClick={() => void moveUp([...list, place])}
                >
                  <IconArrowUp size={18} stroke={1.6} aria-hidden />
                </ActionIcon>
              )}
            </EntryLine>
          ))}
        </ol>
        <div>
          <AddButton
            label={t('people.work.addQueue')}
            list={placeText(list)}
            onAdd={() =>
              void edit(
                addTo(list, group.queueList, { channels: plan.channels.slice(0, 1).map(({ id }) => id) }),
              )
            }
          />
        </div>
        <NumberAt
          at={[...at, 'reservedForLive']}
          label={t('people.work.reserved')}
          description={t('people.work.reservedDetail')}
          value={group.reservedForLive}
          low={0}
          high={100_000}
          whole
          width="100%"
        />
        <SwitchAt
          at={[...at, 'deferredInterruptible']}
          label={t('people.work.interruptible')}
          value={group.deferredInterruptible}
        />
        <SwitchAt
          at={[...at, 'resumedBySameAgent']}
          label={t('people.work.resumed')}
          value={group.resumedBySameAgent}
        />
      </div>
    </Disclosure>
  );
}
