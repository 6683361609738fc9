import { Button, Menu } from '@mantine/core';
import { IconCopy, IconCup } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Shift, Staffing } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddMenu } from '../at/AddMenu.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { partsOf } from '../at/partsOf.ts';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { WeekdaysAt } from '../at/WeekdaysAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import type { Assignment } from './bars.ts';
import { breakAdded, timesOf } from './dayTime.ts';
import { ShiftCard } from './ShiftCard.tsx';
import { ShiftTimeline } from './ShiftTimeline.tsx';
import classes from './Staffing.module.css';
import {
  addAssignment,
  addShift,
  assignmentsOf,
  type GroupPlace,
  groupAt,
  groupsOn,
  ownShift,
  setTimes,
  withNobody,
} from './shiftEdits.ts';
import { useClockText } from './useClockText.ts';

interface ShiftStaffingProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly staffing: Extract<Staffing, { kind: 'shifts' }>;
  readonly below?: (day: Weekday) => ReactNode;
}

/** Named shifts on the week: moved and lengthened on the timeline, or written line by line. */
export function ShiftStaffing({ open, of, staffing, below }: ShiftStaffingProps) {
  const { t } = useText();
  const { plan } = open;
  const [chosen, setChosen] = useState<number | null>(null);
  const selected = chosen !== null && chosen < staffing.assignments.length ? chosen : null;
  const shiftId = selected === null ? undefined : staffing.assignments[selected]?.shift;
  const shift = plan.shifts.find(({ id }) => id === shiftId);
  const used = plan.shifts.filter(({ id }) => staffing.assignments.some((one) => one.shift === id));
  const others = plan.shifts.filter((one) => !used.includes(one));
  return (
    <>
      <ShiftTools open={open} of={of} shift={shift} />
      <ShiftTimeline
        open={open}
        of={of}
        staffing={staffing}
        label={t('people.timeline.label')}
        selected={selected}
        onSelect={setChosen}
        {...(below !== undefined && { below })}
      />
      <p className={classes.hint}>{t('people.timeline.howToMove', { shift: 'Shift', ctrl: 'Ctrl' })}</p>
      <ul className={classes.lines}>
        {staffing.assignments.map((assignment, place) => (
          <AssignmentLine
            // biome-ignore lint/suspicious/noArrayIndexKey: an assignment has no name but its position.
            key={place}
            open={open}
            of={of}
            place={place}
            assignment={assignment}
            isSelected={place === selected}
          />
        ))}
      </ul>
      <Disclosure title={t('people.shift.used', { number: used.length })}>
        <div className={classes.cards}>
          {used.map((one) => (
            <ShiftCard key={one.id} plan={plan} shift={one} />
          ))}
        </div>
      </Disclosure>
      {others.length > 0 && (
        <Disclosure title={t('people.shift.others', { number: others.length })}>
          <div className={classes.cards}>
            {others.map((one) => (
              <ShiftCard key={one.id} plan={plan} shift={one} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

interface ShiftToolsProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  /** The chosen one. */
  readonly shift: Shift | undefined;
}

/** What can be done on the timeline without dragging: add a shift, give the chosen one a break, make it the group's own. */
function ShiftTools({ open: { plan }, of, shift }: ShiftToolsProps) {
  const { t, say, language, format } = useText();
  const { spanText } = useClockText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const weekdays = format.week().filter((day) => !format.isWeekend(day));
  const unused = plan.shifts.filter(({ id }) => !assignmentsOf(of).some((one) => one.shift === id));
  const sharing = shift === undefined ? 0 : groupsOn(plan, shift.id).length - 1;
  const addNew = (): void =>
    void edit(
      addShift(plan, of, {
        name: { [language]: t('people.shift.newName') },
        start: '09:00',
        end: '17:00',
        weekdays,
        agents: 1,
      }),
    );
  return (
    <div className={classes.bar}>
      <AddMenu label={t('people.shift.add')} list="shifts">
        <Menu.Item onClick={addNew} data-new="shift">
          {t('people.shift.addNew')}
        </Menu.Item>
        {unused.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => void edit(addAssignment(of, { shift: one.id, weekdays, agents: 1 }))}
          >
            {t('people.shift.named', { shift: say(one.name), span: spanText(one.start, one.end) })}
          </Menu.Item>
        ))}
      </AddMenu>
      {shift !== undefined && (
        <>
          <Button
            variant="default"
            leftSection={<IconCup size={18} stroke={1.75} aria-hidden />}
            disabled={!canEdit}
            data-add-break={shift.id}
            onClick={() => void edit(setTimes(shift, breakAdded(timesOf(shift))))}
          >
            {t('people.shift.addBreakTo', { shift: say(shift.name) })}
          </Button>
          {sharing > 0 && (
            <Button
              variant="default"
              leftSection={<IconCopy size={18} stroke={1.75} aria-hidden />}
              disabled={!canEdit}
              data-own-shift={shift.id}
              onClick={() =>
                void edit(
                  ownShift(
                    plan,
                    of,
                    shift,
                    nameIn(language, t('people.shift.ownName', { shift: say(shift.name) })),
                  ),
                )
              }
            >
              {t('people.shift.makeOwn')}
            </Button>
          )}
          {sharing > 0 && <p className={classes.hint}>{t('people.shift.shared', { count: sharing })}</p>}
        </>
      )}
    </div>
  );
}

interface AssignmentLineProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly place: number;
  readonly assignment: Assignment;
  readonly isSelected: boolean;
}

function AssignmentLine({ open: { plan }, of, place, assignment, isSelected }: AssignmentLineProps) {
  const { t, say } = useText();
  const remove = useRemoval({ ofLast: withNobody });
  const at = [...groupAt(of), 'staffing', 'assignments', place];
  const shift = plan.shifts.find(({ id }) => id === assignment.shift);
  const isLast = assignmentsOf(of).length === 1 && assignment.agents === 0;
  return (
    <li className={classes.fields} data-selected={isSelected} data-part={placeText(at)}>
      <ChoiceAt
        at={[...at, 'shift']}
        label={t('people.staffing.shift')}
        width={200}
        value={assignment.shift}
        options={partsOf(plan.shifts, say)}
      />
      <WeekdaysAt at={[...at, 'weekdays']} label={t('people.staffing.days')} value={assignment.weekdays} />
      <NumberAt
        at={[...at, 'agents']}
        label={t('people.staffing.people')}
        value={assignment.agents}
        low={0}
        high={100_000}
        whole
        width={72}
      />
      <RemoveButton
        label={t('app.at.remove', { part: say(shift?.name) })}
        disabled={isLast}
        onRemove={() => void remove(at)}
      />
    </li>
  );
}
