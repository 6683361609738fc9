import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlanSummary } from '../../core/contract/library.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { Disclosure } from './Disclosure.tsx';
import classes from './PlanList.module.css';

/** Removed plans: brought back with one click, erased with two, because no undo reaches that far. */
export function RemovedPlans() {
  const { t } = useText();
  const removed = useSession((session) => session.removedPlans);
  if (removed.length === 0) return null;
  return (
    <Disclosure title={t('app.library.removedTitle', { number: removed.length })} name="removed">
      <Text size="sm" c="dimmed" mb="xs">
        {t('app.library.removedDetail')}
      </Text>
      <ul className={classes.list}>
        {removed.map((plan) => (
          <li key={plan.plan} className={classes.row} data-removed={plan.plan}>
            <RemovedRow plan={plan} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function RemovedRow({ plan }: { plan: PlanSummary }) {
  const { t } = useText();
  const restore = useSession((session) => session.restorePlan);
  const erase = useSession((session) => session.erasePlan);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className={classes.removed}>
        <Text component="span">
          <PlanText of={plan.name} />
        </Text>
        {asking && (
          <Text size="sm" c="dimmed" role="status">
            {t('app.library.eraseDetail')}
          </Text>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" py="xs">
        {asking ? (
          <>
            <Button size="xs" color="red.9" onClick={() => void erase(plan.plan)}>
              {t('app.library.eraseSure')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(false)}>
              {t('app.library.cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button size="xs" variant="default" onClick={() => void restore(plan.plan)}>
              {t('app.library.restore')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setAsking(true)}>
              {t('app.library.erase')}
            </Button>
          </>
        )}
      </Group>
    </>
  );
}
