import { useCallback } from 'react';
import { emptyPlanText } from '../state/emptyPlan.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';

/** Begins an empty plan in the language and the ways of writing of the window, and shows it. */
export function useNewPlan(): () => void {
  const { t, format } = useText();
  const makePlan = useSession((session) => session.makePlan);
  return useCallback(() => {
    const today = new Date().toISOString().slice(0, 10);
    void makePlan(emptyPlanText(t('app.library.newPlanName'), format.settings, today));
  }, [t, format, makePlan]);
}
