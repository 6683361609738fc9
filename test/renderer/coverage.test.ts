import { describe, expect, it } from 'vitest';
import type { RequiredInterval, Requirement } from '../../core/measures/requirement.ts';
import { coverageAxis, coveragePoints } from '../../renderer/charts/coveragePoints.ts';
import { coverageOf, keptSpans } from '../../renderer/parts/staffing/coverage.ts';

const interval = (
  startMinute: number,
  agents: number,
  requiredAgents: number | null,
  isOpen = true,
): RequiredInterval => ({
  startMinute,
  isOpen,
  contacts: 1,
  liveErlangs: 1,
  deferredErlangs: 0,
  plannedAgents: agents,
  agents,
  requiredAgents,
  requiredForLive: requiredAgents,
  requiredForDeferred: 0,
  requiredPlannedAgents: requiredAgents,
  isKept: requiredAgents !== null && agents >= requiredAgents,
});

const requirementOf = (...days: readonly (readonly RequiredInterval[])[]): Requirement => ({
  team: 'one',
  planHash: 'hash',
  intervalSeconds: 1800,
  promises: [],
  basis: { kind: 'exact', model: 'erlang-c' },
  days: days.map((intervals, day) => ({
    day,
    date: `2026-11-2${day + 1}`,
    intervals,
    plannedHours: 8,
    presentHours: 7,
    requiredHours: intervals.some(({ requiredAgents }) => requiredAgents === null) ? null : 6,
  })),
});

describe('the coverage of a team', () => {
  it('names the interval in which most are missing, and leaves closed hours out', () => {
    const found = coverageOf(
      requirementOf(
        [interval(0, 0, 9, false), interval(30, 3, 2), interval(60, 3, 4)],
        [interval(540, 1, 3), interval(570, 5, 0)],
      ),
    );
    expect(found).toEqual({
      presentHours: 14,
      requiredHours: 12,
      needed: 3,
      short: 2,
      worst: { date: '2026-11-22', startMinute: 540, missing: 2 },
    });
  });

  it('says so where no number of people is enough', () => {
    const { worst, requiredHours } = coverageOf(requirementOf([interval(0, 1, 5), interval(30, 9, null)]));
    expect(worst).toMatchObject({ startMinute: 30, missing: null });
    expect(requiredHours).toBeNull();
  });

  it('is nowhere missing where enough are there', () => {
    expect(coverageOf(requirementOf([interval(0, 2, 2)])).worst).toBeNull();
  });

  it('joins intervals of a day that are alike', () => {
    const [day] = requirementOf([
      interval(480, 3, 2),
      interval(510, 3, 3),
      interval(540, 3, 4),
      interval(570, 3, 0),
      interval(600, 3, 1),
    ]).days;
    expect(day && keptSpans(day, 30)).toEqual([
      { from: 480, to: 540, isKept: true },
      { from: 540, to: 570, isKept: false },
      { from: 600, to: 630, isKept: true },
    ]);
  });

  it('stands on the axis of time from its first day on, to the end of its last interval', () => {
    const requirement = requirementOf([interval(0, 2, 1), interval(30, 2, 2)], [interval(0, 1, null)]);
    expect(
      coveragePoints(requirement).map(({ seconds, agents, required }) => [seconds, agents, required]),
    ).toEqual([
      [0, 2, 1],
      [1800, 2, 2],
      [3600, 1, null],
      [5400, 1, null],
    ]);
    expect(coverageAxis(requirement, 'UTC')).toMatchObject({ intervals: 3, dayStartsSeconds: [0, 3600] });
  });
});
