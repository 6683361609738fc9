import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { amount } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { factsOf, matches } from '../../core/plan/serving.ts';
import { skillName } from '../../core/plan/skillName.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { compilePlan, createCollector, simulateReplication } from '../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../electron/host/timeZoneOffsets.ts';
import { textFaults, textsOf } from './planTexts.ts';

const ids = ['online-shop', 'computer-company', 'bank-phone-centre', 'it-service-desk'] as const;

function sample(id: string): Plan {
  const { plan, faults } = parsePlan(openSample(id) ?? '');
  if (plan === null) throw new Error(`${id}: ${JSON.stringify(faults)}`);
  return plan;
}

describe('sampleList', () => {
  it('names the four samples in their order', () => {
    expect(sampleList().map(({ id }) => id)).toEqual(ids);
  });

  it('gives each its own name and summary', () => {
    for (const { id, name, summary } of sampleList()) {
      const { plan } = parsePlan(openSample(id) ?? '');
      expect(plan?.name).toEqual(name);
      expect(plan?.description).toEqual(summary);
    }
  });
});

describe('openSample', () => {
  it('knows nothing of a sample that does not exist', () => {
    expect(openSample('no-such-sample')).toBeUndefined();
  });

  it.each(ids)('gives %s as it stands in its file, indented', (id) => {
    const file = readFileSync(new URL(`../../core/samples/${id}.plan.json`, import.meta.url), 'utf8');
    const text = openSample(id) ?? '';
    expect(JSON.parse(text)).toEqual(JSON.parse(file));
    expect(text.startsWith('{\n  "format": "saff-plan",\n')).toBe(true);
  });
});

describe.each(ids)('the sample %s', (id) => {
  const plan = sample(id);
  const text = openSample(id) ?? '';

  it('has its file name as id, no fault and no warning', () => {
    expect(plan.id).toBe(id);
    expect(parsePlan(text).faults).toEqual([]);
    expect(parsePlan(text).warnings).toEqual([]);
  });

  it('says everything in three languages, each with its own letters and digits', () => {
    const texts = textsOf(JSON.parse(text));
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.flatMap(textFaults)).toEqual([]);
  });

  it('has a name in each language for every skill', () => {
    const groups = plan.teams.flatMap((team) => team.groups);
    const skills = [...groups, ...plan.issueTypes].flatMap((of) => of.skills);
    expect(skills.filter((skill) => typeof skillName(plan, skill) === 'string')).toEqual([]);
  });

  it('gives a reason with every assumed figure', () => {
    expect(assumedWithoutReason(JSON.parse(text))).toEqual([]);
  });

  it('has contacts under every promise', () => {
    expect(plan.promises.length).toBeGreaterThan(2);
    for (const promise of plan.promises) {
      const { tiers: _tiers, teams: _teams, ...ofContact } = promise.applies;
      expect(plan.demand.filter((row) => matches(ofContact, factsOf(plan, row)))).not.toEqual([]);
    }
  });

  it('ends its handling rules with one for everything', () => {
    expect(plan.handling.at(-1)?.when).toEqual({});
  });

  it('leaves a resolved share after every handling', () => {
    const shares = plan.outcomes.map(({ next }) => next.reduce((sum, { share }) => sum + amount(share), 0));
    expect(shares.filter((share) => share >= 1)).toEqual([]);
  });

  it('has scenarios that change what is there', () => {
    const paths = plan.scenarios.flatMap(({ changes }) => changes.map(({ at }) => at));
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => partAt(JSON.parse(text), path) === undefined)).toEqual([]);
  });

  it('keeps up with its work in a simulated week', () => {
    const compiled = compilePlan(plan, {
      planHash: parsePlan(text).planHash ?? '',
      offsets: timeZoneOffsets,
    });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.failure));
    const collector = createCollector(compiled.value, {
      seed: 1,
      replicationsAsked: 2,
      precisionFraction: null,
    });
    for (const replication of [0, 1]) collector.add(simulateReplication(compiled.value, 1, replication));
    const result = collector.result('replicationsDone');
    expect(result.overloadedTeams).toEqual([]);
    for (const promise of plan.promises) {
      expect(result.promises[promise.id]?.countedContacts.value ?? 0).toBeGreaterThan(10);
    }
  });
});

describe('the search for texts', () => {
  const whole = { en: 'Shop', fa: 'فروشگاه', ar: 'متجر' };

  it('finds texts by their field and by their form', () => {
    const texts = textsOf({ name: 'Shop', notes: ['one', whole], other: [{ part: whole }], id: 'shop' });
    expect(texts.map(({ path }) => path)).toEqual(['name', 'notes.0', 'notes.1', 'other.0.part']);
  });

  it.each([
    ['one language only', 'Shop'],
    ['a missing language', { en: 'Shop', fa: 'فروشگاه' }],
    ['Arabic letters in Persian', { ...whole, fa: 'تلفني' }],
    ['Persian letters in Arabic', { ...whole, ar: 'متجری' }],
    ['Latin digits', { ...whole, ar: 'متجر 2' }],
    ['English where Persian should be', { ...whole, fa: 'Shop' }],
  ])('reports %s', (_, value) => {
    expect(textFaults({ path: 'name', value }).length).toBeGreaterThan(0);
  });

  it('lets a whole text pass', () => {
    expect(textFaults({ path: 'name', value: whole })).toEqual([]);
  });
});

describe('the samples together', () => {
  it('differ in their locale settings and use every language, digits and week', () => {
    const locales = ids.map((id) => sample(id).locale);
    expect(new Set(locales.map(({ language }) => language))).toEqual(new Set(['fa', 'ar', 'en']));
    expect(new Set(locales.map(({ digits }) => digits))).toEqual(new Set(['arabext', 'arab', 'latn']));
    expect(new Set(locales.map(({ weekStart }) => weekStart))).toEqual(
      new Set(['saturday', 'sunday', 'monday']),
    );
    expect(new Set(locales.map(({ currency }) => currency)).size).toBe(4);
    expect(new Set(locales.map(({ timeZone }) => timeZone)).size).toBe(4);
  });

  it('have a dispatcher, a virtual assistant, concurrent chats, shifts and counts among them', () => {
    const plans = ids.map(sample);
    const channels = plans.flatMap((plan) => plan.channels);
    const groups = plans.flatMap((plan) => plan.teams.flatMap((team) => team.groups));
    expect(channels.some((channel) => channel.dispatcher !== undefined)).toBe(true);
    expect(channels.some((channel) => channel.assistant !== undefined)).toBe(true);
    expect(channels.some((channel) => channel.concurrency !== undefined)).toBe(true);
    expect(new Set(groups.map(({ staffing }) => staffing.kind))).toEqual(
      new Set(['shifts', 'counts', 'hours']),
    );
  });

  it('start in their first week on the first day of the week', () => {
    const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    for (const id of ids) {
      const { horizon, locale } = sample(id);
      expect(names[new Date(`${horizon.start}T00:00:00Z`).getUTCDay()]).toBe(locale.weekStart);
    }
  });
});

/** Paths of quantities that are marked as assumed but do not say why; laws have their reasons in the notes. */
function assumedWithoutReason(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = value as Readonly<Record<string, unknown>>;
  const bare = here.assumed === true && !('law' in here) && !('source' in here) ? [path] : [];
  return [
    ...bare,
    ...Object.entries(here).flatMap(([name, child]) => assumedWithoutReason(child, `${path}/${name}`)),
  ];
}

/** The part of a plan at a path whose steps name list elements by id or position. */
function partAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((here, step) => {
    if (Array.isArray(here)) {
      return typeof step === 'number' ? here[step] : here.find((part: { id?: string }) => part.id === step);
    }
    return (here as Readonly<Record<string, unknown>> | undefined)?.[step];
  }, value);
}
