import { ActionIcon } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import type { Staffing } from '../../../core/plan/schema/team.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ClockAt } from '../at/ClockAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { placeText } from '../at/useAt.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { WeekdaysAt } from '../at/WeekdaysAt.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { NumberField } from '../NumberField.tsx';
import { CountTimeline } from './CountTimeline.tsx';
import type { Count } from './countEdits.ts';
import classes from './Staffing.module.css';
import { type GroupPlace, groupAt } from './shiftEdits.ts';
import { useClockText } from './useClockText.ts';

interface CountStaffingProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  readonly staffing: Extract<Staffing, { kind: 'counts' }>;
  readonly below?: (day: Weekday) => ReactNode;
}

/** Numbers of people by spans of the week: painted on the timeline, or written span by span. */
export function CountStaffing({ open, of, staffing, below }: CountStaffingProps) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const [brush, setBrush] = useState(3);
  const at = [...groupAt(of), 'staffing', 'counts'];
  const workdays = format.week().filter((day) => !format.isWeekend(day));
  const step = (by: number, Icon: typeof IconPlus, label: string) => (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      disabled={brush + by < 0}
      onClick={() => setBrush(brush + by)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
  const add = (): void => {
    const value: Count = { weekdays: [...workdays], from: '09:00', to: '17:00', agents: 1 };
    void edit([{ change: 'add', at, value }]);
  };
  return (
    <>
      <div className={classes.bar}>
        {step(-1, IconMinus, t('people.timeline.fewer'))}
        <NumberField
          label={t('people.timeline.brush')}
          value={brush}
          low={0}
          high={100_000}
          width={150}
          onChange={setBrush}
        />
        {step(1, IconPlus, t('people.timeline.more'))}
        <p className={classes.hint}>{t('people.timeline.howToPaint', { shift: 'Shift', clear: 'Delete' })}</p>
      </div>
      <CountTimeline
        open={open}
        of={of}
        staffing={staffing}
        label={t('people.timeline.label')}
        brush={brush}
        {...(below !== undefined && { below })}
      />
      <Disclosure title={t('people.staffing.spans', { number: staffing.counts.length })}>
        <ul className={classes.lines}>
          {staffing.counts.map((count, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their position.
            <CountLine key={place} count={count} at={[...at, place]} isOnly={staffing.counts.length === 1} />
          ))}
        </ul>
        <AddButton label={t('people.staffing.addSpan')} list={placeText(at)} onAdd={add} />
      </Disclosure>
    </>
  );
}

interface CountLineProps {
  readonly count: Count;
  readonly at: readonly (string | number)[];
  readonly isOnly: boolean;
}

function CountLine({ count, at, isOnly }: CountLineProps) {
  const { t } = useText();
  const { spanText } = useClockText();
  const remove = useRemoval({ least: 1 });
  return (
    <li className={classes.fields}>
      <WeekdaysAt at={[...at, 'weekdays']} label={t('people.staffing.days')} value={count.weekdays} />
      <ClockAt at={[...at, 'from']} label={t('people.staffing.from')} value={count.from} width={76} />
      <ClockAt at={[...at, 'to']} label={t('people.staffing.to')} value={count.to} width={76} />
      <QuantityAt
        at={[...at, 'agents']}
        label={t('people.staffing.people')}
        value={count.agents}
        as="number"
        width={110}
      />
      <RemoveButton
        label={t('app.at.remove', { part: spanText(count.from, count.to) })}
        disabled={isOnly}
        onRemove={() => void remove(at)}
      />
    </li>
  );
}
