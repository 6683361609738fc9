import { ActionIcon } from '@mantine/core';
import { IconCup } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Shift } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ClockAt } from '../at/ClockAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePartEdit } from '../at/usePlanEdit.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { useGroupName } from '../people/GroupName.tsx';
import { breakAdded, timesOf } from './dayTime.ts';
import classes from './Staffing.module.css';
import { groupsOn, removeShift, setTimes } from './shiftEdits.ts';

/** One shift of the plan: its name, its times and its breaks, and who works it. */
export function ShiftCard({ plan, shift }: { plan: Plan; shift: Shift }) {
  const { t, say, format } = useText();
  const nameOf = useGroupName(plan);
  const edit = useSession((session) => session.edit);
  const editPart = usePartEdit();
  const remove = useRemoval();
  const canEdit = useCanEdit();
  const at = ['shifts', shift.id];
  const name = say(shift.name);
  const groups = groupsOn(plan, shift.id);
  return (
    <PartCard
      label={name}
      at={at}
      name={<TextAt at={[...at, 'name']} label={t('people.shift.name')} value={shift.name} width="100%" />}
      actions={
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          disabled={!canEdit}
          aria-label={t('people.shift.addBreakTo', { shift: name })}
          onClick={() => void editPart('shifts', shift.id, (now) => setTimes(now, breakAdded(timesOf(now))))}
        >
          <IconCup size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      }
      {...(groups.length === 0 && { onRemove: () => void edit(removeShift(plan, shift.id)) })}
    >
      <div className={classes.fields}>
        <ClockAt at={[...at, 'start']} label={t('people.shift.start')} value={shift.start} />
        <ClockAt at={[...at, 'end']} label={t('people.shift.end')} value={shift.end} />
      </div>
      {shift.breaks.length > 0 && (
        <ul className={classes.breaks} aria-label={t('people.shift.breaks')}>
          {shift.breaks.map((pause, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a break has no name but its position.
            <li key={place}>
              <ClockAt
                at={[...at, 'breaks', place, 'start']}
                label={t('people.shift.breakStart')}
                value={pause.start}
              />
              <NumberAt
                at={[...at, 'breaks', place, 'minutes']}
                label={t('people.shift.breakMinutes')}
                value={pause.minutes}
                low={1}
                high={240}
                whole
                width={96}
              />
              <RemoveButton
                label={t('people.shift.removeBreak', { number: place + 1 })}
                onRemove={() => void remove([...at, 'breaks', place])}
              />
            </li>
          ))}
        </ul>
      )}
      <p className={classes.hint}>
        {groups.length === 0
          ? t('people.shift.nobody')
          : t('people.shift.workedBy', { groups: format.list(groups.map(({ group }) => nameOf(group))) })}
      </p>
    </PartCard>
  );
}
