import { useCallback, useMemo } from 'react';
import type { NeedsFile } from '../../core/plan/schema/needs.ts';
import { type DisplaySettings, defaultSettings } from '../../locales/settings.ts';
import { emptyPlanText, firstOfWeek } from '../state/emptyPlan.ts';
import { usePreferences } from '../state/preferences.ts';
import { regionOf } from '../state/readPreferences.ts';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';

/** Begins an empty plan in the language, the ways of writing and the region of the window, and shows it. */
export function useNewPlan(): () => void {
  const { t } = useText();
  const makePlan = useSession((session) => session.makePlan);
  const settings = useNewSettings();
  return useCallback(
    () => void makePlan(emptyPlanText(t('app.library.newPlanName'), settings, dayIn(settings.timeZone))),
    [t, settings, makePlan],
  );
}

/**
 * Begins a plan that has nothing but answers about a company, and shows it: none yet, or those of an example, whose money and
 * week they are written in.
 */
export function useNeedsPlan(): (example?: NeedsFile) => void {
  const { t, say } = useText();
  const makePlan = useSession((session) => session.makePlan);
  const settings = useNewSettings();
  return useCallback(
    (example) => {
      const { language, digits, calendar } = settings;
      const region = { ...settings, ...example?.locale, language, digits, calendar };
      const name = example === undefined ? t('needs.newPlan') : say(example.name);
      void makePlan(emptyPlanText(name, region, dayIn(region.timeZone), example?.needs ?? {}));
    },
    [t, say, settings, makePlan],
  );
}

/** What new plans begin with: how they are written, and the day from which their first week is sought. */
export function useNewStart(): { readonly settings: DisplaySettings; readonly start: string } {
  const settings = useNewSettings();
  return { settings, start: firstOfWeek(dayIn(settings.timeZone), settings.weekStart) };
}

/** What was chosen in the window for new plans. */
function useNewSettings(): DisplaySettings {
  const { language } = useText();
  const digits = usePreferences((store) => store.digits[language]);
  const calendar = usePreferences((store) => store.calendar);
  const chosen = usePreferences((store) => store.region);
  return useMemo(
    () => ({
      ...defaultSettings(language),
      ...regionOf({ language, region: chosen }),
      digits,
      ...(calendar !== 'plan' && { calendar }),
    }),
    [language, digits, calendar, chosen],
  );
}

/** Today in a time zone, as YYYY-MM-DD. */
const dayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    dateStyle: 'short',
  }).format(new Date());
