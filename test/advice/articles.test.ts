// The companies of the source articles: from needs that hold only what the articles say comes what the articles describe.
import { describe, expect, it } from 'vitest';
import type { Advice, Candidate } from '../../core/measures/advice.ts';
import type { Text } from '../../core/plan/schema/elements.ts';
import type { Needs } from '../../core/plan/schema/needs.ts';
import { needsSamples } from '../../core/samples/needsSamples.ts';
import { adviceOf } from './adviceOf.ts';

const english = (text: Text): string => (typeof text === 'string' ? text : (text.en ?? ''));
const sample = (id: string) => {
  const found = needsSamples().find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found.file;
};
const candidate = ({ candidates }: Advice, id: Candidate['id']): Candidate => {
  const found = candidates.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no candidate ${id}`);
  return found;
};
const teams = ({ document }: Candidate): readonly string[] =>
  document.teams.map(({ tier, name }) => `${tier ?? '-'} ${english(name)}`);
const kinds = ({ document }: Candidate): readonly string[] => document.channels.map(({ kind }) => kind);
const roles = ({ document }: Candidate): readonly string[] => document.roles.map(({ kind }) => kind);

describe('the computer company of the article', () => {
  const { needs, locale } = sample('computer-company');
  const advice = adviceOf(needs, { locale });

  it('gets three tiers with teams for first set-up and wireless networks, and dispatchers (E2, E3, E4)', () => {
    const found = candidate(advice, 'specialists');
    expect(teams(found)).toEqual(
      expect.arrayContaining([
        '- Dispatchers',
        'tier-1 First help',
        'tier-1 First set-up',
        'tier-2 Wireless networks',
        'tier-3 Serious hardware faults',
        '- Leads',
        '- Management',
      ]),
    );
    expect(roles(found)).toEqual(expect.arrayContaining(['dispatcher', 'agent', 'lead', 'manager']));
  });

  it('gets the phone and the counter for customers who are not familiar with technology (T4, A1)', () => {
    for (const found of advice.candidates)
      expect(kinds(found)).toEqual(expect.arrayContaining(['phone', 'callBack', 'inPerson', 'email']));
    const shares = advice.decisions.filter(({ rule }) => rule === 'channels');
    expect(shares.length).toBeGreaterThan(3);
  });

  it('leads every issue to its tier', () => {
    const { document } = candidate(advice, 'specialists');
    expect(Object.fromEntries(document.issueTypes.map(({ id, entryTier }) => [id, entryTier]))).toEqual({
      'product-questions': 'tier-1',
      'set-up': 'tier-1',
      'wireless-networks': 'tier-2',
      'hardware-faults': 'tier-3',
    });
  });

  it('gets a printers team where printers stand in place of wireless networks', () => {
    const issues = (needs.issues ?? []).map((issue) =>
      issue.id === 'wireless-networks' ? { ...issue, id: 'printers', name: 'Printers' } : issue,
    );
    const found = teams(candidate(adviceOf({ ...needs, issues } as Needs, { locale }), 'specialists'));
    expect(found).toContain('tier-2 Printers');
    expect(found.filter((name) => name.includes('Wireless'))).toEqual([]);
  });
});

describe('the online shop of the articles', () => {
  const { needs, locale } = sample('online-shop');
  const advice = adviceOf(needs, { locale });

  it('gets chat, email and social networks, self-service and a virtual assistant (T4, A1, A2, A4)', () => {
    const [first] = advice.candidates;
    expect(kinds(first as Candidate)).toEqual(expect.arrayContaining(['chat', 'email', 'social']));
    const { channels, issueTypes } = (first as Candidate).document;
    expect(channels.find(({ kind }) => kind === 'chat')?.assistant).toBeDefined();
    expect(issueTypes.every(({ selfService }) => selfService !== undefined)).toBe(true);
  });

  it('promises every email within six hours (M4)', () => {
    for (const { promises } of advice.candidates)
      expect(promises.find(({ id }) => id === 'email-six-hours')?.targetSeconds).toBe(21_600);
  });

  it('takes public complaints before others (A5)', () => {
    const { demand } = (advice.candidates[0] as Candidate).document;
    expect(demand.filter(({ channel }) => channel === 'social').every(({ priority }) => priority === 3)).toBe(
      true,
    );
  });

  it('gets teams for what is hard', () => {
    expect(teams(candidate(advice, 'specialists'))).toEqual(
      expect.arrayContaining([
        'tier-2 Returns and exchanges',
        '- Leads',
        '- Management',
        '- Support operations',
      ]),
    );
  });
});
