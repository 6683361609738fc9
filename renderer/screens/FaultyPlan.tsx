import { Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Note } from '../parts/Note.tsx';
import { PlanFaults } from '../parts/PlanFaults.tsx';
import type { OpenPlan } from '../state/session.ts';
import { useText } from '../text/TextProvider.tsx';

/** In the place of the figures, while the plan cannot be simulated: everything that stands in the way. */
export function FaultyPlan({ open }: { open: OpenPlan }) {
  const { t } = useText();
  return (
    <Note tone="plain" icon={IconListCheck} title={t('app.plan.faults', { number: open.faults.length })}>
      <Text size="sm">{t('app.plan.faultsDetail')}</Text>
      <PlanFaults open={open} faults={open.faults} />
    </Note>
  );
}
