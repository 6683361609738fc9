import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { emptyPlanText } from '../state/emptyPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';

/** Begins an empty plan in the language and the ways of writing of the window. */
export function NewPlanButton() {
  const { t, format } = useText();
  const makePlan = useSession((session) => session.makePlan);
  const isMaking = useSession((session) => session.opening?.kind === 'new');
  const make = (): void => {
    const today = new Date().toISOString().slice(0, 10);
    void makePlan(emptyPlanText(t('app.library.newPlanName'), format.settings, today));
  };
  return (
    <Button
      leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
      loading={isMaking}
      data-new-plan
      onClick={make}
    >
      {t('app.library.newPlan')}
    </Button>
  );
}
