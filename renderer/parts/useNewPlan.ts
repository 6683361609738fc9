import { useCallback } from 'react';
import { defaultSettings } from '../../locales/settings.ts';
import { emptyPlanText } from '../state/emptyPlan.ts';
import { usePreferences } from '../state/preferences.ts';
import { regionOf } from '../state/readPreferences.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';

/** Begins an empty plan in the language, the ways of writing and the region of the window, and shows it. */
export function useNewPlan(): () => void {
  const { t, language } = useText();
  const makePlan = useSession((session) => session.makePlan);
  const digits = usePreferences((store) => store.digits[language]);
  const calendar = usePreferences((store) => store.calendar);
  const chosen = usePreferences((store) => store.region);
  return useCallback(() => {
    const region = regionOf({ language, region: chosen });
    const settings = {
      ...defaultSettings(language),
      ...region,
      digits,
      ...(calendar !== 'plan' && { calendar }),
    };
    void makePlan(emptyPlanText(t('app.library.newPlanName'), settings, dayIn(region.timeZone)));
  }, [t, language, digits, calendar, chosen, makePlan]);
}

/** Today in a time zone, as YYYY-MM-DD. */
const dayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    dateStyle: 'short',
  }).format(new Date());
