import { ActionIcon, Badge, Menu, Text, UnstyledButton } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconFileDownload,
  IconPencil,
  IconReportAnalytics,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanSummary, SearchHit } from '../../core/contract/library.ts';
import { hasDraft } from '../state/drafts.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { NameField } from './NameField.tsx';
import classes from './PlanList.module.css';

interface PlanListProps {
  readonly plans: readonly PlanSummary[];
  /** Where a search found its words. */
  readonly hits?: readonly SearchHit[];
  readonly label: string;
}

/** The person's plans; each opens with a click, everything else stands behind its three dots. */
export function PlanList({ plans, hits = [], label }: PlanListProps) {
  return (
    <ul className={classes.list} aria-label={label}>
      {plans.map((plan) => (
        <li key={plan.plan} className={classes.row} data-plan={plan.plan}>
          <PlanRow plan={plan} hit={hits.find((hit) => hit.plan.plan === plan.plan)} />
        </li>
      ))}
    </ul>
  );
}

const mostTexts = 3;

function PlanRow({ plan, hit }: { plan: PlanSummary; hit: SearchHit | undefined }) {
  const { t, format, say } = useText();
  const openPlan = useSession((session) => session.openPlan);
  const renamePlan = useSession((session) => session.renamePlan);
  const isOpening = useSession(({ opening }) => opening?.kind === 'library' && opening.plan === plan.plan);
  const [renaming, setRenaming] = useState(() => hasDraft(`name/${plan.plan}`));
  if (renaming) {
    return (
      <div className={classes.renaming}>
        <NameField
          of={plan.plan}
          name={plan.name}
          onDone={(name) => {
            setRenaming(false);
            if (name !== null) void renamePlan(plan, name);
          }}
        />
      </div>
    );
  }
  const found = hit?.texts.slice(0, mostTexts).map(({ text }) => `\u2068${text}\u2069`) ?? [];
  return (
    <>
      <UnstyledButton
        className={classes.open ?? ''}
        aria-busy={isOpening}
        onClick={() => void openPlan(plan.plan)}
      >
        <Text component="span" fw={600}>
          <PlanText of={plan.name} />
        </Text>
        <Text component="span" size="sm" c="dimmed">
          {t('app.library.changed', { when: format.dateTime(plan.changedAt) })}
        </Text>
        {found.length > 0 && (
          <Text component="span" size="sm" c="dimmed" className={classes.found ?? ''}>
            {t('app.library.found', { texts: format.list(found) })}
          </Text>
        )}
      </UnstyledButton>
      {plan.planHash === null && (
        <Badge variant="light" color="orange" className={classes.badge ?? ''}>
          {t('app.library.faulty')}
        </Badge>
      )}
      <RowMenu plan={plan} name={say(plan.name)} onRename={() => setRenaming(true)} />
    </>
  );
}

function RowMenu({ plan, name, onRename }: { plan: PlanSummary; name: string; onRename: () => void }) {
  const { t } = useText();
  const duplicatePlan = useSession((session) => session.duplicatePlan);
  const removePlan = useSession((session) => session.removePlan);
  const exportPlan = useSession((session) => session.exportPlan);
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('app.library.actions', { name })}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={18} stroke={1.6} aria-hidden />} onClick={onRename}>
          {t('app.library.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={18} stroke={1.6} aria-hidden />}
          onClick={() => void duplicatePlan(plan, t('app.library.copyOf', { name }))}
        >
          {t('app.library.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileDownload size={18} stroke={1.6} aria-hidden />}
          onClick={() => void exportPlan(plan.plan, false)}
        >
          {t('app.library.export')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconReportAnalytics size={18} stroke={1.6} aria-hidden />}
          onClick={() => void exportPlan(plan.plan, true)}
        >
          {t('app.library.exportBundle')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={18} stroke={1.6} aria-hidden />}
          onClick={() => void removePlan(plan)}
        >
          {t('app.library.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
