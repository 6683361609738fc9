// The parts of the advice by themselves, with the worked examples of their comments.
import { describe, expect, it } from 'vitest';
import { companyOf, product } from '../../core/advice/company/company.ts';
import { assumed, quantityOf, said } from '../../core/advice/company/figure.ts';
import { idAfter } from '../../core/advice/ids.ts';
import { wayOf } from '../../core/advice/judge/way.ts';
import { industries } from '../../core/advice/priors/industries.ts';
import { headcountOf } from '../../core/advice/sizing/headcount.ts';
import { slotsOf } from '../../core/advice/sizing/slots.ts';
import { locale } from '../../core/plan/schema/calendar.ts';
import { type NeedsInput, needs } from '../../core/plan/schema/needs.ts';
import { adviceOf } from './adviceOf.ts';

const company = (written: NeedsInput) =>
  companyOf({ needs: needs.parse(written), locale: locale.parse({}), id: 'support' });
const asked = { name: 'contacts', unit: 'contacts' } as const;

describe('a figure', () => {
  it('is assumed until the company says it', () => {
    expect(quantityOf(assumed(asked, [100, 50, 200]))).toMatchObject({
      value: 100,
      low: 50,
      high: 200,
      assumed: true,
    });
    expect(quantityOf(said(asked, 120))).toBe(120);
    expect(quantityOf(said(asked, { value: 120, low: 100, high: 130 }))).toEqual({
      value: 120,
      low: 100,
      high: 130,
    });
  });

  it('times another is as uncertain as both', () => {
    const [value, low, high] = product(assumed(asked, [100, 50, 200]), assumed(asked, [2, 1, 4]));
    expect(value).toBe(200);
    expect(low).toBeCloseTo(75, 0);
    expect(high).toBeCloseTo(533, 0);
  });
});

describe('the usual figures', () => {
  it('have issues whose shares add up to all, and ranges around the value', () => {
    for (const [kind, { issues, customers, contactsPerCustomer }] of Object.entries(industries)) {
      expect(
        issues.reduce((sum, { share }) => sum + share, 0),
        kind,
      ).toBeCloseTo(1, 9);
      for (const [value, low, high] of [customers, contactsPerCustomer]) {
        expect(low, kind).toBeLessThan(value);
        expect(high, kind).toBeGreaterThan(value);
      }
    }
  });
});

describe('the issues of a company', () => {
  const shares = (issues: NeedsInput['issues']): number[] =>
    company({ issues }).issues.map(({ share }) => Math.round(share.value * 1000) / 1000);

  it('share what is left where no share is said', () => {
    expect(
      shares([
        { id: 'a', name: 'A', share: 0.5 },
        { id: 'b', name: 'B' },
        { id: 'c', name: 'C' },
      ]),
    ).toEqual([0.5, 0.25, 0.25]);
  });

  it('leave other matters where they do not make up all', () => {
    expect(shares([{ id: 'a', name: 'A', share: 0.7 }])).toEqual([0.7, 0.3]);
  });

  it('are ratios where they are more than all', () => {
    expect(
      shares([
        { id: 'a', name: 'A', share: 1 },
        { id: 'b', name: 'B', share: 1 },
      ]),
    ).toEqual([0.5, 0.5]);
  });
});

describe('the shifts', () => {
  const week = (written: NeedsInput) => company(written).week;
  const times = (written: NeedsInput, duty: 'open' | 'office' | 'peaks') =>
    slotsOf(week(written), { id: 'team', duty }).map(({ from, to }) => [from / 60, to / 60]);

  it('cover a long day by two that overlap, and all day and night by three', () => {
    expect(times({ hours: { kind: 'extended' } }, 'open')).toEqual([
      [8, 16],
      [12, 20],
    ]);
    expect(times({ hours: { kind: 'always' } }, 'open').slice(0, 3)).toEqual([
      [0, 8],
      [8, 16],
      [16, 24],
    ]);
  });

  it('leave to a helping team what the office day does not cover', () => {
    expect(times({ hours: { kind: 'extended' } }, 'peaks')).toEqual([
      [8, 9],
      [17, 20],
    ]);
    expect(times({ hours: { kind: 'office' } }, 'peaks')).toEqual([[10, 14]]);
  });

  it('need more people than agents', () => {
    const { kinds } = week({ hours: { kind: 'always' } });
    const slots = slotsOf({ alwaysOpen: true, kinds, hoursPerWeek: 168 }, { id: 'team', duty: 'open' });
    expect(headcountOf(slots.map((slot) => ({ ...slot, agents: 2 })))).toBe(11);
  });
});

describe('the way', () => {
  it('moves the largest teams first, and frees who is too many', () => {
    const before = [{ team: 'Help', teamId: null, role: 'agent', people: 8 }];
    const after = [
      { team: 'Printers', teamId: 'printers', role: 'agent', people: 5 },
      { team: 'Desk', teamId: 'desk', role: 'agent', people: 2 },
    ];
    expect(wayOf(before, after)).toEqual([
      {
        change: 'changed',
        role: 'agent',
        team: 'Printers',
        teamId: 'printers',
        before: 8,
        after: 5,
        from: 'Help',
      },
      { change: 'new', role: 'agent', team: 'Desk', teamId: 'desk', before: 0, after: 2, from: null },
    ]);
  });
});

describe('ids after issues', () => {
  it('are readable, or numbered where there is no room', () => {
    expect(idAfter('team', 'printers', 0)).toBe('team-printers');
    expect(idAfter('team', 'x'.repeat(60), 2)).toBe('team-no-3');
  });
});

describe('a small company', () => {
  it('is told where it hangs on one person', () => {
    const { candidates } = adviceOf({ contactsPerMonth: 60, industry: 'software' });
    const tiers = candidates.find(({ id }) => id === 'tiers');
    expect(tiers?.fragility.teamsOfOne.length).toBeGreaterThan(0);
    expect(tiers?.weakPoints.map(({ code }) => code)).toContain('teamsOfOne');
    expect(candidates.find(({ id }) => id === 'specialists')).toBeUndefined();
  });
});
