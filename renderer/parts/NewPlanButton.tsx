import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import { useNewPlan } from './useNewPlan.ts';

/** Begins an empty plan in the language and the ways of writing of the window. */
export function NewPlanButton() {
  const { t } = useText();
  const make = useNewPlan();
  const isMaking = useSession((session) => session.opening?.kind === 'new');
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
      loading={isMaking}
      data-new-plan
      onClick={make}
    >
      {t('app.library.newPlan')}
    </Button>
  );
}
