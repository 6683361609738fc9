// Which groups the contacts of a row of demand can ever come to.

import { amount } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { type ContactFacts, matches, nextTierOf, outcomeRuleFor } from '../../../core/plan/serving.ts';
import type { Staff } from './agents.ts';
import { newContact, originOf } from './contacts.ts';
import type { Stage, Stages } from './stages.ts';

interface Visit {
  readonly stage: Stage;
  readonly facts: ContactFacts;
}

export class Reach {
  private readonly plan: Plan;
  private readonly stages: Stages;
  private rows: Map<Staff, number> | undefined;

  constructor(plan: Plan, stages: Stages) {
    this.plan = plan;
    this.stages = stages;
  }

  /** How many rows of demand the group can serve. */
  rowsOf(staff: Staff): number {
    this.rows ??= this.count();
    return this.rows.get(staff) ?? 0;
  }

  private count(): Map<Staff, number> {
    const rows = new Map<Staff, number>();
    for (const demand of this.plan.demand) {
      const contact = newContact(this.plan, originOf(demand), 0, 0, 0);
      const first = this.stages.first(contact);
      const groups = new Set<Staff>();
      const seen = new Set<string>();
      const open: Visit[] = [first, this.stages.home(contact)].map((stage) => ({
        stage,
        facts: contact.facts,
      }));
      if (first.kind === 'dispatcher' && amount(contact.channel.dispatcher?.wrongTeamShare ?? 0) > 0)
        for (const team of this.stages.wrongTeams(contact))
          open.push({
            stage: this.stages.namedTeam(team, contact.facts, 'hierarchical', 'wrongTeam'),
            facts: contact.facts,
          });
      for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
        const { kind, groups: able } = visit.stage;
        const name = [visit.facts.channel, kind, able].join(', ');
        if (seen.has(name)) continue;
        seen.add(name);
        for (const entry of visit.stage.entries) for (const staff of entry.staff) groups.add(staff);
        open.push(...this.onFrom(visit));
      }
      for (const staff of groups) rows.set(staff, (rows.get(staff) ?? 0) + 1);
    }
    return rows;
  }

  private onFrom({ stage, facts }: Visit): Visit[] {
    const teams = new Set(stage.entries.flatMap((entry) => entry.staff.map(({ team }) => team)));
    const next = stage.kind === 'usual' ? [...teams].flatMap((team) => this.after(facts, team)) : [];
    const home = this.plan.teams[stage.homeTeam];
    const inLine = { ...facts, tier: home?.tier, team: home?.id };
    const moves = this.plan.waitingTriggers
      .filter(({ when }) => matches(when, inLine))
      .flatMap(({ moveTo }) =>
        moveTo === undefined ? [] : [this.stages.namedTeam(moveTo.team, facts, 'hierarchical')],
      );
    const offer = this.plan.channels.find((channel) => channel.id === facts.channel)?.callBackOffer;
    const callBack =
      offer === undefined || amount(offer.acceptedShare) === 0
        ? undefined
        : { ...facts, channel: offer.channel };
    return [
      ...[...next, ...moves].map((target) => ({ stage: target, facts })),
      ...(callBack === undefined ? [] : [{ stage: this.stages.sameFor(stage, callBack), facts: callBack }]),
    ];
  }

  /** Stages to which handling by a team leads. */
  private after(row: ContactFacts, team: Team): Stage[] {
    const facts = { ...row, tier: team.tier, team: team.id };
    const listed = outcomeRuleFor(this.plan, facts)?.next ?? [];
    return listed
      .filter((next) => amount(next.share) > 0)
      .map((next) => {
        if (next.kind === 'otherDepartment') return this.stages.namedTeam(team.id, facts, 'hierarchical');
        if (next.to === 'nextTier') return this.stages.ofTier(facts, nextTierOf(this.plan, facts));
        if (next.to === 'sameTeam') return this.stages.namedTeam(team.id, facts, 'functional');
        return this.stages.namedTeam(next.to.team, facts, next.kind);
      });
  }
}
