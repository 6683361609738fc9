import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../core/plan/parsePlan.ts';
import { defaultSettings, languages } from '../../locales/settings.ts';
import { planScreens } from '../../renderer/screens/planScreens.ts';
import { emptyPlanText } from '../../renderer/state/emptyPlan.ts';
import { screenOfPlace } from '../../renderer/state/screenOfPlace.ts';

describe('an empty plan', () => {
  it.each(languages)('is kept in %s, marked as not finished, and says all that it lacks', (language) => {
    const { draft, planHash, faults } = parseDraft(
      emptyPlanText('New', defaultSettings(language), '2026-11-19'),
    );
    expect(draft).toMatchObject({ incomplete: true, locale: { language }, name: { [language]: 'New' } });
    expect(planHash).toBeNull();
    expect(faults.map(({ code }) => code)).toEqual(['noChannels', 'noIssueTypes', 'noDemand', 'noTeams']);
  });

  it.each([
    ['en', '2026-11-19', '2026-11-23'],
    ['fa', '2026-11-19', '2026-11-21'],
    ['ar', '2026-11-22', '2026-11-22'],
  ] as const)('begins in %s with the next week', (language, today, start) => {
    const { draft } = parseDraft(emptyPlanText('New', defaultSettings(language), today));
    expect(draft?.horizon.start).toBe(start);
  });

  it('leads from each of its faults to a screen that there is', () => {
    const { faults } = parseDraft(emptyPlanText('New', defaultSettings('fa'), '2026-11-19'));
    const ids: readonly string[] = planScreens.map(({ id }) => id);
    for (const { path } of faults) expect(ids).toContain(screenOfPlace(path));
  });
});
