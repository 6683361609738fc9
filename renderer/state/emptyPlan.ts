// The plan that a person begins with: nothing but its name, its period and the ways in which it is written.
import type { Needs } from '../../core/plan/schema/needs.ts';
import type { DisplaySettings } from '../../locales/settings.ts';

const usualDays = 7;

/**
 * The file of an empty plan, marked as not finished, with what was chosen for the window; it stands on the first screen to be
 * changed. `today` is YYYY-MM-DD; with needs it is to become an organisation that fits them.
 */
export function emptyPlanText(name: string, chosen: DisplaySettings, today: string, needs?: Needs): string {
  const { language, digits, calendar, weekStart, weekend, timeZone, currency } = chosen;
  return JSON.stringify({
    format: 'saff-plan',
    formatVersion: 1,
    id: 'plan',
    name: { [language]: name },
    incomplete: true,
    locale: { language, digits, calendar, weekStart, weekend, timeZone, currency },
    horizon: { start: firstOfWeek(today, weekStart), days: usualDays },
    channels: [],
    issueTypes: [],
    demand: [],
    teams: [],
    handling: [],
    ...(needs !== undefined && { needs }),
  });
}

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayMs = 86_400_000;

/** The next day, today included, with which a week begins. Example: from Thursday 2026-11-19 and monday, 2026-11-23. */
export function firstOfWeek(today: string, weekStart: string): string {
  const from = new Date(`${today}T00:00:00Z`);
  const ahead = (days.indexOf(weekStart) - from.getUTCDay() + 7) % 7;
  return new Date(from.getTime() + ahead * dayMs).toISOString().slice(0, 10);
}
