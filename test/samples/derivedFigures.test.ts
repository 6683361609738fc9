// The figures of two samples come from records; here they are held against what was derived from those records.
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { amount } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import bank from '../../core/samples/derived/bank.json' with { type: 'json' };
import desk from '../../core/samples/derived/serviceDesk.json' with { type: 'json' };
import { openSample } from '../../core/samples/index.ts';

function sample(id: string): Plan {
  const { plan } = parsePlan(openSample(id) ?? '');
  if (plan === null) throw new Error(id);
  return plan;
}

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not in the plan');
  return value;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the bank’s phone centre', () => {
  const plan = sample('bank-phone-centre');
  const calls = found(plan.demand.find(({ channel }) => channel === 'phone'));
  const profile = found(plan.profiles.find(({ id }) => id === calls.profile));
  const weekdaysOf = (day: string) =>
    profile.timeOfDay.find(({ weekdays }) => weekdays.some((name) => name === day));

  it('has the recorded volume of a week as its only phone demand, with its source', () => {
    expect(calls.volume).toMatchObject({ per: 'week', contacts: { value: bank.volume.meanWeeklyContacts } });
    expect(calls.volume?.contacts).toHaveProperty('source.en');
    expect(plan.demand.filter(({ channel }) => channel === 'phone')).toHaveLength(1);
  });

  it('has the recorded weekdays and months', () => {
    const shares = Object.fromEntries(bank.weekdays.map(({ weekday, share }) => [weekday, share]));
    expect(profile.weekdayFactors).toEqual(shares);
    expect(profile.monthFactors).toEqual(bank.months.map(({ factor }) => factor));
  });

  it('has the recorded times of day', () => {
    for (const day of ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday']) {
      expect(weekdaysOf(day)?.weights).toEqual(bank.timeOfDay.sundayToThursday);
    }
    expect(weekdaysOf('friday')?.weights).toEqual(bank.timeOfDay.friday);
    expect(weekdaysOf('saturday')?.weights).toEqual(bank.timeOfDay.saturday);
    expect(profile.timeOfDay.every(({ intervalMinutes }) => intervalMinutes === 30)).toBe(true);
  });

  it('varies from day to day as the quartiles from Sunday to Thursday do', () => {
    expect(plan.volumeModel.busyDayCv).toBe(bank.dayVariation.sundayToThursday.ofQuartiles);
    expect(plan.volumeModel).toHaveProperty('source.en');
  });

  it('marks handling times and patience as assumed, for the record has none', () => {
    expect(plan.handling.every(({ time }) => time.assumed === true)).toBe(true);
    expect(plan.channels.every(({ patience }) => patience === undefined || patience.assumed === true)).toBe(
      true,
    );
  });
});

describe('the IT service desk', () => {
  const plan = sample('it-service-desk');
  const poolOf: Readonly<Record<string, readonly string[]>> = {
    'front-line': ['Group 70'],
    coordination: ['Group 20'],
    'second-line-a': ['Group 23', 'Group 25', 'Group 28', 'Group 54'],
    'second-line-b': ['Group 10', 'Group 24', 'Group 27', 'Group 30', 'Group 39', 'Group 55', 'Group 66'],
    'third-line': ['others'],
  };
  const loadsOf = (team: string) => desk.groups.loads.filter(({ group }) => poolOf[team]?.includes(group));
  const firstOf = (team: string): number => sum(loadsOf(team).map(({ first }) => first));
  const movesOf = (from: string, to: string): number =>
    sum(
      desk.groups.moves.firstMoves
        .filter((move) => poolOf[from]?.includes(move.from) && poolOf[to]?.includes(move.to))
        .map(({ incidents }) => incidents),
    );
  const volumes = plan.demand.map((row) => ({ ...row, contacts: amount(found(row.volume).contacts) }));
  const weekly = sum(volumes.map(({ contacts }) => contacts));
  const shareWhere = (fits: (row: (typeof volumes)[number]) => boolean): number =>
    sum(volumes.filter(fits).map(({ contacts }) => contacts)) / weekly;
  const passesOn = (from: string, to: string): number => {
    const rule = plan.outcomes.find(({ when }) => when.teams?.includes(from));
    const next = rule?.next.find((entry) => {
      if (entry.kind !== 'functional') return false;
      return entry.to === 'sameTeam' ? from === to : entry.to !== 'nextTier' && entry.to.team === to;
    });
    return amount(found(next).share);
  };

  it('pools every group of the log in exactly one team', () => {
    const pooled = Object.values(poolOf).flat().toSorted();
    expect(pooled).toEqual(desk.groups.loads.map(({ group }) => group).toSorted());
  });

  it('has the recorded mix of priorities', () => {
    for (const [at, priority] of [1, 2, 5, 7].entries()) {
      expect(shareWhere((row) => row.priority === priority)).toBeCloseTo(found(desk.priorities[at]).share, 5);
    }
  });

  it('lets contacts enter where they entered in the log', () => {
    for (const team of plan.teams.filter(({ id }) => id in poolOf)) {
      const issueTypes = team.serves.issueTypes ?? [];
      const entered = firstOf(team.id) / desk.groups.incidentsWithKnownGroup;
      expect(shareWhere((row) => issueTypes.includes(row.issueType))).toBeCloseTo(entered, 5);
    }
  });

  it.each([
    ['front-line', 'second-line-a'],
    ['front-line', 'second-line-b'],
    ['front-line', 'third-line'],
    ['front-line', 'coordination'],
    ['second-line-a', 'third-line'],
    ['second-line-b', 'third-line'],
    ['third-line', 'third-line'],
    ['third-line', 'front-line'],
  ])('passes on from %s to %s what the log shows', (from, to) => {
    const measured = movesOf(from, to) / firstOf(from);
    expect(measured).toBeGreaterThan(0);
    expect(passesOn(from, to)).toBeCloseTo(measured, 6);
  });

  it.each(['coordination', 'second-line-a', 'second-line-b'])(
    'passes on from %s as many as the log in all',
    (team) => {
      const last = sum(loadsOf(team).map((load) => load.last));
      const touched = sum(loadsOf(team).map((load) => load.touched));
      const rule = found(plan.outcomes.find(({ when }) => when.teams?.includes(team)));
      const passed = rule.next.filter(({ kind }) => kind === 'functional').map(({ share }) => amount(share));
      expect(sum(passed)).toBeCloseTo(1 - last / touched, 5);
    },
  );

  it('reopens as many as the log', () => {
    expect(plan.returns.map(({ share }) => amount(share))).toEqual([desk.reopenings.reopenedShare]);
  });

  it('waits outside with the mean and the median of the recorded resolution times', () => {
    const { turnaround } = found(plan.departments[0]);
    if (turnaround.law !== 'lognormal') throw new Error('another law');
    expect(turnaround.meanSeconds / 3600).toBeCloseTo(desk.resolutionHours.mean, 3);
    const median = turnaround.meanSeconds / Math.sqrt(1 + turnaround.cv ** 2);
    expect(median / 3600).toBeCloseTo(desk.resolutionHours.median, 2);
  });

  it('promises to resolve as many moderate and low incidents in time as the log did', () => {
    const share = (id: string) =>
      amount(found(plan.promises.find((promise) => promise.id === id)).shareToAttain);
    expect(share('moderate-resolution')).toBe(found(desk.priorities[2]).slaKeptShare);
    expect(share('low-resolution')).toBe(found(desk.priorities[3]).slaKeptShare);
  });

  it('has the hours of the day of the two whole days of the log', () => {
    const hours = found(desk.arrivals[0]).perHour.map(
      (count, hour) => count + (desk.arrivals[1]?.perHour[hour] ?? 0),
    );
    const profile = (id: string) => found(found(plan.profiles.find((one) => one.id === id)).timeOfDay[0]);
    expect(profile('desk-week').weights).toEqual(hours);
    expect(profile('phone-week').weights).toEqual(hours.slice(7, 20));
  });

  it('marks volume, handling times and patience as assumed', () => {
    expect(
      volumes.every(({ volume }) => typeof volume?.contacts === 'object' && volume.contacts.assumed),
    ).toBe(true);
    expect(plan.handling.every(({ time }) => time.assumed === true)).toBe(true);
    expect(plan.channels.every(({ patience }) => patience === undefined || patience.assumed === true)).toBe(
      true,
    );
  });
});
