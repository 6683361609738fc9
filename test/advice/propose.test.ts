import { describe, expect, it } from 'vitest';
import { propose } from '../../core/advice/index.ts';
import { adviceRules } from '../../core/measures/advice.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { locale } from '../../core/plan/schema/calendar.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { createTranslator } from '../../locales/translator.ts';
import { wholeNeeds } from '../support/wholeNeeds.ts';
import { adviceOf } from './adviceOf.ts';
import { randomNeeds } from './randomNeeds.ts';

describe('propose', () => {
  const nothingSaid = adviceOf({});

  it('gives three to five organisations that differ in kind to whoever says nothing', () => {
    const kinds = nothingSaid.candidates.map(({ id }) => id);
    expect(kinds.length).toBeGreaterThanOrEqual(3);
    expect(kinds.length).toBeLessThanOrEqual(5);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('marks every figure that nobody said, with a range and a source', () => {
    expect(nothingSaid.assumptions.length).toBeGreaterThan(10);
    for (const { status, low, high, source, name } of nothingSaid.assumptions) {
      expect(status, name).not.toBe('given');
      expect(low !== null || high !== null || name === 'personaShare', name).toBe(true);
      expect(status === 'derived' || source !== null, name).toBe(true);
    }
  });

  it('names the next number worth measuring, and no longer once it is said', () => {
    expect(nothingSaid.toMeasure[0]?.text.code).toBe('contacts');
    const counted = adviceOf({ contactsPerMonth: 5000 });
    expect(counted.toMeasure.map(({ text }) => text.code)).not.toContain('contacts');
    const [before, after] = [nothingSaid, counted].map(({ candidates }) => candidates[0]?.costPerMonth);
    const width = (cost: typeof before) => ((cost?.high ?? 0) - (cost?.low ?? 0)) / (cost?.value ?? 1);
    expect(width(after)).toBeLessThan(width(before));
  });

  it('makes every rule tell what was decided, why, from where, and what would change it', () => {
    const { decisions } = adviceOf(wholeNeeds as never);
    expect(new Set(decisions.map(({ rule }) => rule))).toEqual(
      new Set(adviceRules.filter((rule) => rule !== 'socialMedia' && rule !== 'assistant')),
    );
    for (const { id, reasons, rows, sources, changes } of decisions) {
      expect(reasons.length, id).toBeGreaterThan(0);
      expect(rows.length, id).toBeGreaterThan(0);
      expect(sources.length, id).toBeGreaterThan(0);
      expect(changes.length, id).toBeGreaterThan(0);
    }
  });

  it('gives every team, channel, role, promise and goal a decision to ask', () => {
    for (const { document, boxes } of nothingSaid.candidates) {
      const told = new Set(boxes.map(({ place }) => place.join('/')));
      const parts = (
        ['teams', 'channels', 'roles', 'promises', 'goals', 'tiers', 'contracts'] as const
      ).flatMap((list) => document[list].map(({ id }) => `${list}/${id}`));
      expect(parts.filter((part) => !told.has(part))).toEqual([]);
      const known = new Set(nothingSaid.decisions.map(({ id }) => id));
      expect(boxes.flatMap(({ decisions }) => decisions).filter((id) => !known.has(id))).toEqual([]);
    }
  });

  it('answers the same needs with the same bytes', () => {
    expect(JSON.stringify(adviceOf({ industry: 'travel', customers: 9000 }))).toBe(
      JSON.stringify(adviceOf({ industry: 'travel', customers: 9000 })),
    );
  });

  it('says why a promise is not kept where the work itself takes longer than its time', () => {
    const { unkept, candidates } = adviceOf({
      issues: [{ id: 'cases', name: 'Cases', handlingMinutes: 60, complexity: 'complex' }],
      contactsPerMonth: 2000,
      promises: [{ id: 'too-soon', clock: 'resolution', channel: 'email', withinSeconds: 600, share: 0.9 }],
    });
    expect(unkept.map(({ promise, reason }) => `${promise} ${reason.code}`)).toEqual([
      'too-soon belowHandling',
    ]);
    for (const { promises } of candidates) expect(promises.some(({ isKept }) => !isKept)).toBe(true);
  });

  it('says that the budget is too small where it is enough for nobody', () => {
    const { unkept, candidates } = adviceOf({ contactsPerMonth: 9000, budgetPerMonth: 10 });
    expect(unkept.map(({ promise, reason }) => `${promise} ${reason.code}`)).toEqual(['budget budget']);
    expect(candidates.every(({ isWithinBudget }) => isWithinBudget === false)).toBe(true);
  });

  it('works at another site while it is night at the first', () => {
    const { candidates } = adviceOf(
      {
        hours: { kind: 'always' },
        contactsPerMonth: 20_000,
        sourcing: { otherTimeZone: 'America/New_York' },
      },
      { locale: { timeZone: 'Asia/Tehran' } },
    );
    const helping = candidates
      .find(({ id }) => id === 'overflow')
      ?.document.teams.find(({ id }) => id === 'helping-team');
    expect(helping?.site?.timeZone).toBe('America/New_York');
    expect(helping?.groups[0]?.sourcing).toBe('distributed');
  });

  it('refuses a time zone that nobody knows', () => {
    const asked = { needs: {}, id: 'support', locale: locale.parse({ timeZone: 'Moon/Tycho' }) };
    const advice = propose(asked, timeZoneOffsets);
    expect(advice.ok ? [] : advice.failure.map(({ code }) => code)).toEqual(['unknownTimeZone']);
  });
});

describe('the way from the present organisation', () => {
  const present = [
    { id: 'a', team: 'Support', role: 'agent' as const, people: 20 },
    { id: 'b', team: 'Front desk', role: 'dispatcher' as const, people: 2 },
    { id: 'c', team: 'Management', role: 'manager' as const, people: 1 },
  ];
  const { candidates } = adviceOf({ contactsPerMonth: 9000, present });
  const pool = candidates.find(({ id }) => id === 'pool');

  it('is told role by role', () => {
    const steps = pool?.way.map(({ change, role }) => `${role} ${change}`) ?? [];
    expect(steps).toEqual(
      expect.arrayContaining(['agent changed', 'manager kept', 'dispatcher gone', 'lead new']),
    );
  });

  it('loses and invents nobody', () => {
    for (const { way, people } of candidates) {
      expect(way.reduce((sum, { before }) => sum + before, 0)).toBe(23);
      expect(way.reduce((sum, { after }) => sum + after, 0)).toBe(people);
    }
  });

  it('is asked of a plan as well', () => {
    const [first] = adviceOf({}).candidates;
    if (first === undefined) throw new Error('no candidate');
    const { candidates: again } = adviceOf({}, { present: first.document });
    const same = again.find(({ id }) => id === first.id);
    expect(new Set(same?.way.map(({ change }) => change))).toEqual(new Set(['kept']));
  });
});

describe('random needs', () => {
  const t = createTranslator('fa').t;
  const all = Array.from({ length: 24 }, (_, seed) => ({ seed, needs: randomNeeds(seed + 1) }));
  const advices = all.map(({ seed, needs }) => ({ seed, ...adviceOf(needs) }));

  it('get sound plans without anything to look at, with an answer by formula', () => {
    for (const { seed, candidates } of advices) {
      expect(candidates.length, `seed ${seed}`).toBeGreaterThanOrEqual(3);
      for (const { id, text, promises } of candidates) {
        const { faults, warnings } = parsePlan(text);
        expect({ seed, id, faults, warnings }).toEqual({ seed, id, faults: [], warnings: [] });
        expect(promises.length, `seed ${seed} ${id}`).toBeGreaterThan(0);
      }
    }
  });

  it('get sentences that are all there', () => {
    for (const { decisions, candidates, toMeasure, unkept } of advices) {
      const texts = [
        ...decisions.flatMap(({ chosen, reasons, sources, changes }) => [
          chosen,
          ...reasons,
          ...sources,
          ...changes,
        ]),
        ...candidates.flatMap(({ summary, weakPoints }) => [summary, ...weakPoints]),
        ...toMeasure.map(({ text }) => text),
        ...unkept.map(({ reason }) => reason),
      ];
      expect(texts.filter(({ branch, code }) => !t.has(`advice.${branch}`, code))).toEqual([]);
      const names = decisions.flatMap(({ inputs }) => inputs.map(({ name }) => name));
      expect(names.filter((name) => !t.has('advice.input', name))).toEqual([]);
    }
  });
});
