// The steps that shape teams: applied to the samples they leave plans without faults, and their inverse brings everything back.
import { describe, expect, it } from 'vitest';
import { applyCommands } from '../../core/plan/edits/applyCommands.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import { parseDraftValue, parsePlan } from '../../core/plan/parsePlan.ts';
import { peopleOf } from '../../core/plan/people.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { waysOf } from '../../core/plan/ways.ts';
import { openSample } from '../../core/samples/index.ts';
import {
  addTeam,
  addTier,
  mergeTeams,
  moveTeam,
  moveTier,
  removeTeam,
  removeTier,
  reportTo,
  serveBy,
  shiftTeam,
  splitTeam,
} from '../../renderer/parts/structure/teamEdits.ts';
import { canRemove, drawWay, removeWay } from '../../renderer/parts/structure/wayEdits.ts';

function sample(id: string): Plan {
  const { plan } = parsePlan(openSample(id) ?? '');
  if (plan === null) throw new Error('the sample has faults');
  return plan;
}
const company = sample('computer-company');

/** The plan after the step; the step taken back gives the plan before. */
function applied(plan: Plan, commands: readonly Command[] | undefined): Plan {
  const done = applyCommands(plan, commands ?? []);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  const back = applyCommands(done.value.document, done.value.inverse);
  expect(back.ok && back.value.document).toEqual(plan);
  const { draft } = parseDraftValue(done.value.document);
  if (draft === null) throw new Error(JSON.stringify(parseDraftValue(done.value.document).faults));
  return draft;
}
const faultsOf = (plan: Plan): string[] => parseDraftValue(plan).faults.map(({ code }) => code);
const team = (plan: Plan, id: string) => plan.teams.find((one) => one.id === id);
const ways = (plan: Plan): string[] => waysOf(plan).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe('teams and tiers', () => {
  it('are added, each with an id of its own', () => {
    const plan = applied(company, [...addTier(company, 'New'), ...addTeam(company, 'Night', 'tier-2')]);
    expect(plan.tiers.at(-1)?.name).toBe('New');
    expect(plan.teams.at(-1)).toMatchObject({ name: 'Night', tier: 'tier-2' });
    expect(faultsOf(plan)).toEqual([]);
  });

  it('move: tiers among each other, teams between tiers and within one', () => {
    expect(applied(company, moveTier(company, 'tier-2', -1)).tiers.map(({ id }) => id)).toEqual([
      'tier-2',
      'tier-1',
      'tier-3',
    ]);
    expect(moveTier(company, 'tier-1', -1)).toEqual([]);
    const moved = applied(company, moveTeam(company, 'setup', 'tier-2'));
    expect(moved.teams.filter(({ tier }) => tier === 'tier-2').map(({ id }) => id)).toEqual([
      'wireless',
      'hardware',
      'setup',
    ]);
    expect(team(applied(company, moveTeam(company, 'setup', undefined)), 'setup')?.tier).toBeUndefined();
    expect(moveTeam(company, 'setup', 'tier-1')).toEqual([]);
    const before = applied(company, moveTeam(company, 'engineering', 'tier-2', 'hardware'));
    expect(before.teams.filter(({ tier }) => tier === 'tier-2').map(({ id }) => id)).toEqual([
      'wireless',
      'engineering',
      'hardware',
    ]);
    const shifted = applied(company, shiftTeam(company, 'hardware', -1));
    expect(shifted.teams.filter(({ tier }) => tier === 'tier-2').map(({ id }) => id)).toEqual([
      'hardware',
      'wireless',
    ]);
    expect(shiftTeam(company, 'wireless', -1)).toEqual([]);
  });

  it('are removed with all that names them', () => {
    for (const { id } of company.teams)
      expect(
        faultsOf(applied(company, removeTeam(company, id))).filter((code) => code === 'unknownTeam'),
      ).toEqual([]);
    for (const { id } of company.tiers)
      expect(faultsOf(applied(company, removeTier(company, id)))).not.toContain('unknownTier');
  });

  it('report to another team, or to nobody', () => {
    expect(team(applied(company, reportTo(company, 'setup', 'leads')), 'setup')?.reportsTo).toBe('leads');
    expect(team(applied(company, reportTo(company, 'setup', undefined)), 'setup')?.reportsTo).toBeUndefined();
    expect(reportTo(company, 'setup', 'setup')).toEqual([]);
  });
});

describe('mergeTeams', () => {
  const plan = applied(company, mergeTeams(company, 'wireless', 'hardware'));

  it('joins the people and what both serve', () => {
    expect(team(plan, 'hardware')).toBeUndefined();
    expect(team(plan, 'wireless')?.groups.map(({ id }) => id)).toEqual([
      'wireless-agents',
      'hardware-agents',
    ]);
    expect(team(plan, 'wireless')?.serves.issueTypes).toHaveLength(6);
    expect(peopleOf(plan)).toEqual(peopleOf(company));
  });

  it('lets what named the second name the first, without faults', () => {
    expect(faultsOf(plan)).toEqual([]);
    expect(JSON.stringify(plan.outcomes)).not.toContain('"hardware"');
    expect(ways(plan)).toContain('department wireless spare-parts');
  });

  it('ends what went from the one to the other, and does nothing with itself', () => {
    const drawn = applied(company, drawWay(company, 'wireless', 'hardware', 'functional'));
    expect(ways(drawn)).toContain('functional wireless hardware');
    expect(ways(applied(drawn, mergeTeams(drawn, 'wireless', 'hardware')))).not.toContain(
      'functional wireless wireless',
    );
    expect(mergeTeams(company, 'wireless', 'wireless')).toEqual([]);
  });
});

describe('splitTeam', () => {
  it('moves groups into a team of the same service', () => {
    const plan = applied(
      company,
      splitTeam(company, 'general-help', { groups: ['general-remote'] }, 'Remote'),
    );
    const added = plan.teams.find(({ name }) => name === 'Remote');
    expect(added?.groups.map(({ id }) => id)).toEqual(['general-remote']);
    expect(team(plan, 'general-help')?.groups.map(({ id }) => id)).toEqual(['general-office']);
    expect(added).toMatchObject({ tier: 'tier-1', reportsTo: 'management' });
    expect(peopleOf(plan)).toEqual(peopleOf(company));
    expect(faultsOf(plan)).toEqual([]);
  });

  it('halves the only group, duty and people', () => {
    const plan = applied(company, splitTeam(company, 'hardware', 'half', 'Second'));
    const added = plan.teams.find(({ name }) => name === 'Second');
    expect(team(plan, 'hardware')?.groups[0]?.headcount).toBe(6);
    expect(added?.groups[0]?.headcount).toBe(6);
    expect(faultsOf(plan)).toEqual([]);
    // Rules that name the team name both.
    expect(ways(plan)).toContain(`department ${added?.id} spare-parts`);
  });

  it('leaves nobody alone', () => {
    expect(splitTeam(company, 'general-help', 'half', 'X')).toBeUndefined();
    expect(splitTeam(company, 'hardware', { groups: ['hardware-agents'] }, 'X')).toBeUndefined();
  });
});

describe('serveBy', () => {
  it('narrows a team that served everything, and widens one that did not', () => {
    const narrowed = applied(company, serveBy(company, 'engineering', 'channels', 'email'));
    expect(team(narrowed, 'engineering')?.serves.channels).toEqual(['email']);
    const widened = applied(company, serveBy(company, 'setup', 'issueTypes', 'wireless-network'));
    expect(team(widened, 'setup')?.serves.issueTypes).toEqual(['first-setup', 'wireless-network']);
    expect(serveBy(company, 'setup', 'issueTypes', 'first-setup')).toEqual([]);
  });
});

describe('arrows', () => {
  it.each(['functional', 'hierarchical'] as const)(
    'are drawn as %s escalation for their team alone',
    (kind) => {
      const plan = applied(company, drawWay(company, 'setup', 'engineering', kind));
      expect(faultsOf(plan)).toEqual([]);
      expect(new Set(ways(plan))).toEqual(new Set([...ways(company), `${kind} setup engineering`]));
      expect(drawWay(plan, 'setup', 'engineering', kind)).toEqual([]);
    },
  );

  it('are drawn to another department and as overflow', () => {
    const sent = applied(company, drawWay(company, 'setup', 'spare-parts', 'department'));
    expect(ways(sent)).toContain('department setup spare-parts');
    const over = applied(company, drawWay(company, 'wireless', 'hardware', 'overflow'));
    expect(ways(over)).toContain('overflow wireless hardware');
    expect(faultsOf(over)).toEqual([]);
    const [way] = waysOf(over).filter(({ kind, from }) => kind === 'overflow' && from === 'wireless');
    if (way === undefined) throw new Error('no such arrow');
    expect(ways(applied(over, removeWay(over, way)))).not.toContain('overflow wireless hardware');
    expect(drawWay(over, 'wireless', 'hardware', 'overflow')).toEqual([]);
  });

  it('are refused where all that a team handles goes on already', () => {
    const full: Plan = {
      ...company,
      outcomes: [{ when: {}, next: [{ kind: 'hierarchical', share: 1, to: { team: 'leads' } }] }],
    };
    expect(drawWay(full, 'setup', 'engineering', 'functional')).toBeUndefined();
  });

  it('are taken away for their team alone', () => {
    const taken = waysOf(company).filter(canRemove);
    expect(taken.length).toBeGreaterThan(10);
    for (const way of taken) {
      // What is left then follows from what the teams serve.
      if (way.kind === 'overflow') continue;
      const plan = applied(company, removeWay(company, way));
      const gone = `${way.kind} ${way.from} ${way.to}`;
      expect(ways(plan)).not.toContain(gone);
    }
    const [leads] = waysOf(company).filter(
      ({ kind, from }) => kind === 'hierarchical' && from === 'hardware',
    );
    if (leads === undefined) throw new Error('no such arrow');
    expect(
      new Set([...ways(applied(company, removeWay(company, leads))), 'hierarchical hardware leads']),
    ).toEqual(new Set(ways(company)));
  });
});
