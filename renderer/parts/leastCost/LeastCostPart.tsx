import { Text } from '@mantine/core';
import { useState } from 'react';
import { handlingGroups } from '../../../core/plan/handlingGroups.ts';
import { isStudyOld } from '../../state/isStudyOld.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { StudyBar } from '../matters/StudyBar.tsx';
import { Panel } from '../Panel.tsx';
import { GroupChoice } from './GroupChoice.tsx';
import { LeastCostFound } from './LeastCostFound.tsx';

/** Asks for the least costly numbers on duty, of whom the person chooses, and shows what was found. */
export function LeastCostPart({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { found } = useSession(({ matters }) => matters.leastCost);
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const groups = chosen ?? handlingGroups(open.plan);
  return (
    <Panel title={t('leastCost.panel')} explanation={t('leastCost.intro')}>
      {found === null ? (
        <Text size="sm" c="dimmed" mb="md" maw="90ch">
          {t('leastCost.idle')}
        </Text>
      ) : (
        <LeastCostFound result={found.value} isOld={isStudyOld(found, open)} open={open} />
      )}
      <GroupChoice plan={open.plan} chosen={groups} onChoose={setChosen} />
      <StudyBar study="leastCost" open={open} checksAtFirst groups={groups} />
    </Panel>
  );
}
