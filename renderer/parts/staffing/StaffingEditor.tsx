import { type ReactNode, useState } from 'react';
import type { Weekday } from '../../../core/plan/schema/elements.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { CountStaffing } from './CountStaffing.tsx';
import { HoursStaffing } from './HoursStaffing.tsx';
import { changeKind, type Kind, type KindChange } from './kindEdits.ts';
import { ShiftStaffing } from './ShiftStaffing.tsx';
import classes from './Staffing.module.css';
import { type GroupPlace, groupAt } from './shiftEdits.ts';
import { useClockText } from './useClockText.ts';

const kinds = ['hours', 'counts', 'shifts'] as const;
const leavings = ['finish', 'handOver', 'interrupt'] as const;

interface StaffingEditorProps {
  readonly open: OpenPlan;
  readonly of: GroupPlace;
  /** What stands below each day of the timeline. */
  readonly below?: (day: Weekday) => ReactNode;
}

/** Who of one group is on duty when, in one of three ways of saying it. */
export function StaffingEditor({ open, of, below }: StaffingEditorProps) {
  const { t, language, format } = useText();
  const { spanText } = useClockText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const [change, setChange] = useState<{ readonly to: Kind; readonly done: KindChange } | null>(null);
  const { staffing } = of.group;
  const at = [...groupAt(of), 'staffing'];

  const choose = (kind: Kind): void => {
    const named = (from: string, to: string) => nameIn(language, spanText(from, to));
    const done = changeKind(open.plan, of, kind, named);
    void edit(done.commands).then((saved) => setChange(saved ? { to: kind, done } : null));
  };
  return (
    <>
      <div className={classes.bar}>
        <ChoiceField<Kind>
          label={t('people.staffing.kind')}
          width={260}
          options={kinds.map((value) => ({ value, label: t(`people.staffing.kinds.${value}`) }))}
          value={staffing.kind}
          disabled={!canEdit}
          place={placeText([...at, 'kind'])}
          onChange={choose}
        />
        <ChoiceAt
          at={[...at, 'leaving']}
          label={t('people.staffing.leaving')}
          width={280}
          value={staffing.leaving}
          usual="finish"
          options={leavings.map((value) => ({ value, label: t(`people.staffing.leavings.${value}`) }))}
        />
        {staffing.kind === 'counts' && (
          <ChoiceAt
            at={[...at, 'leaverChoice']}
            label={t('people.staffing.leaver')}
            width={240}
            value={staffing.leaverChoice}
            usual="shortestIdle"
            options={(['shortestIdle', 'random'] as const).map((value) => ({
              value,
              label: t(`people.staffing.leavers.${value}`),
            }))}
          />
        )}
      </div>
      <p className={classes.hint}>{t(`people.staffing.explained.${staffing.kind}`)}</p>
      {change !== null && change.to === staffing.kind && (
        <p className={classes.said} role="status">
          {t(`people.staffing.changed.${change.to}`, {
            agents: format.unit(change.done.agents, 'agents'),
            parts: change.done.parts,
          })}{' '}
          {change.done.isRounded && t('people.staffing.rounded')}
        </p>
      )}
      {staffing.kind === 'hours' && (
        <HoursStaffing open={open} of={of} staffing={staffing} {...(below !== undefined && { below })} />
      )}
      {staffing.kind === 'counts' && (
        <CountStaffing open={open} of={of} staffing={staffing} {...(below !== undefined && { below })} />
      )}
      {staffing.kind === 'shifts' && (
        <ShiftStaffing open={open} of={of} staffing={staffing} {...(below !== undefined && { below })} />
      )}
    </>
  );
}
