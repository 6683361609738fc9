import { Text, Title, VisuallyHidden } from '@mantine/core';
import {
  IconCalendarWeek,
  IconClock,
  IconFile,
  IconMessages,
  IconProgress,
  IconUsers,
} from '@tabler/icons-react';
import type { Text as PlanTextOf } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useRenaming } from '../state/useRenaming.ts';
import { PlanText } from '../text/PlanText.tsx';
import { lastDay } from '../text/planDays.ts';
import { useText } from '../text/TextProvider.tsx';
import { Disclosure } from './Disclosure.tsx';
import { NameField } from './NameField.tsx';
import { PlanActions } from './PlanActions.tsx';
import { PlanFaults } from './PlanFaults.tsx';
import classes from './PlanHead.module.css';

/** Name, purpose and period of the plan, what was noted about its figures, and what was remarked on reading it. */
export function PlanHead({ open }: { open: OpenPlan }) {
  const { t, format } = useText();
  const { plan, origin, faults, warnings, kept } = open;
  const edit = useSession((session) => session.edit);
  // Where one shapes the plan, the room belongs to what is shaped.
  const isWhole = useSession((session) => session.screen === 'results');
  const [renaming, setRenaming] = useRenaming(kept?.plan);
  const rename = (name: PlanTextOf | null): void => {
    setRenaming(false);
    if (name !== null) void edit([{ change: 'set', at: ['name'], value: name }]);
  };
  return (
    <header className={classes.head}>
      <div className={classes.top}>
        {renaming && open.kept !== null ? (
          <div>
            <VisuallyHidden component="h1">
              <PlanText of={plan.name} />
            </VisuallyHidden>
            <NameField of={open.kept.plan} name={plan.name} onDone={rename} />
          </div>
        ) : (
          <Title order={1} size="h2">
            <PlanText of={plan.name} />
          </Title>
        )}
        <PlanActions open={open} onRename={() => setRenaming(true)} />
      </div>
      {isWhole && plan.description !== undefined && (
        <Text c="dimmed" size="md" maw="80ch">
          <PlanText of={plan.description} />
        </Text>
      )}
      <ul className={classes.facts} aria-label={t('app.plan.facts')}>
        <li>
          <IconCalendarWeek size={18} stroke={1.6} aria-hidden />
          <Period plan={plan} />
        </li>
        <li>
          <IconClock size={18} stroke={1.6} aria-hidden />
          <span>
            {t('languages.setting.timeZone')}:{' '}
            <bdi title={plan.locale.timeZone}>{format.timeZoneName(plan.locale.timeZone)}</bdi>
          </span>
        </li>
        <li>
          <IconUsers size={18} stroke={1.6} aria-hidden />
          <span>
            {t('report.part.teams')}: {format.integer(plan.teams.length)}
          </span>
        </li>
        <li>
          <IconMessages size={18} stroke={1.6} aria-hidden />
          <span>
            {t('report.part.channels')}: {format.integer(plan.channels.length)}
          </span>
        </li>
        {(plan.incomplete || faults.length > 0) && (
          <li>
            <IconProgress size={18} stroke={1.6} aria-hidden />
            {t('app.plan.incomplete')}
          </li>
        )}
        {origin.kind === 'file' && (
          <li>
            <IconFile size={18} stroke={1.6} aria-hidden />
            <bdi>{origin.name}</bdi>
          </li>
        )}
      </ul>
      {isWhole && plan.notes.length > 0 && (
        <Disclosure title={t('app.plan.notes', { number: plan.notes.length })}>
          <ul className={classes.notes}>
            {plan.notes.map((note, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the notes of an open plan never change their order.
              <li key={place}>
                <PlanText of={note} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {faults.length > 0 && (
        <Disclosure title={t('app.plan.lacking', { number: faults.length })}>
          <PlanFaults open={open} faults={faults} />
        </Disclosure>
      )}
      {warnings.length > 0 && (
        <Disclosure title={t('app.plan.remarks', { number: warnings.length })}>
          <PlanFaults open={open} faults={warnings} />
        </Disclosure>
      )}
    </header>
  );
}

function Period({ plan }: { plan: Plan }) {
  const { t, format } = useText();
  const { start, days, contacts } = plan.horizon;
  const from = format.weekdayDate(start);
  if (days !== undefined) {
    return <span>{t('app.plan.period', { from, to: format.weekdayDate(lastDay(start, days)) })}</span>;
  }
  return <span>{t('app.plan.periodFrom', { contacts: format.unit(contacts ?? 0, 'contacts'), from })}</span>;
}
