import type { Plan } from '../../core/plan/schema/plan.ts';
import {
  type Calendar,
  type Digits,
  type DisplaySettings,
  defaultSettings,
  type Language,
} from '../../locales/settings.ts';

interface Chosen {
  readonly language: Language;
  readonly digits: Readonly<Record<Language, Digits>>;
  readonly calendar: Calendar | 'plan';
  readonly region: Partial<Pick<DisplaySettings, 'weekStart' | 'weekend' | 'timeZone' | 'currency'>>;
}

/** Where the person is: for times that belong to no plan. */
const zoneOfMachine = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the person chose, completed by the plan: its week, time zone and currency, and its calendar if so chosen. */
export function displaySettings(chosen: Chosen, locale: Plan['locale'] | null): DisplaySettings {
  const { language } = chosen;
  const base = { ...defaultSettings(language), timeZone: zoneOfMachine(), ...chosen.region };
  const fromPlan =
    locale === null
      ? base
      : {
          calendar: locale.calendar,
          weekStart: locale.weekStart,
          weekend: locale.weekend,
          timeZone: locale.timeZone,
          currency: locale.currency,
        };
  return {
    ...base,
    ...fromPlan,
    language,
    digits: chosen.digits[language],
    calendar: chosen.calendar === 'plan' ? fromPlan.calendar : chosen.calendar,
  };
}
