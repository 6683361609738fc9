// Routing and escalation -> stages, queues and class-team pairs: everything about where a contact can go.

import { isLive } from '../../plan/schema/channel.ts';
import type { Demand } from '../../plan/schema/demand.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import {
  type ContactFacts,
  entryTierOf,
  factsOf,
  groupsOfNamedTeam,
  handlingRuleFor,
  nextTierOf,
  outcomeRuleFor,
  returnRuleFor,
  routeFor,
} from '../../plan/serving.ts';
import {
  type OutcomeRow,
  outcomeKind,
  type PairModel,
  type QueueEntry,
  type StageModel,
} from '../model/compiledModel.ts';
import type { LawTable } from './lawTable.ts';
import { meanHandling } from './meanHandling.ts';
import { asksWhoWaits } from './queueOrder.ts';
import { QueueTable } from './queueTable.ts';

type Target =
  | { readonly tier: string | undefined }
  | { readonly team: number; readonly kind: 'functional' | 'hierarchical' };

/** Walks every place that contacts of each class can reach, and gives each a stage with its queues. */
export class FlowBuilder {
  readonly stages: StageModel[] = [];
  readonly queues = new QueueTable();
  readonly pairs: (PairModel | null)[];
  revisits = false;
  private readonly plan: Plan;
  private readonly laws: LawTable;
  private readonly groupNumber: (team: number, group: number) => number;
  private readonly concurrencyOf: (channel: number) => number;
  /** Team of each group. */
  private readonly teamOfGroup: readonly number[];
  /** Whether each group asks who waits in its lines. */
  private readonly asksWho: readonly boolean[];
  private readonly stageOf = new Map<string, number>();

  constructor(
    plan: Plan,
    laws: LawTable,
    groupNumber: (team: number, group: number) => number,
    concurrencyOf: (channel: number) => number,
  ) {
    this.plan = plan;
    this.laws = laws;
    this.teamOfGroup = plan.teams.flatMap((team, t) => team.groups.map(() => t));
    this.asksWho = plan.teams.flatMap((team) => team.groups.map(asksWhoWaits));
    // Handed-over work has been handled by its team before.
    this.revisits = plan.teams.some(({ groups }) =>
      groups.some(({ staffing }) => staffing.leaving === 'handOver'),
    );
    this.groupNumber = groupNumber;
    this.concurrencyOf = concurrencyOf;
    this.pairs = new Array<PairModel | null>(plan.demand.length * plan.teams.length).fill(null);
  }

  /** The stage at which people take contacts of a class first. */
  firstStage(classIndex: number): number {
    const demand = this.plan.demand[classIndex] as Demand;
    const channel = this.plan.channels.find((entry) => entry.id === demand.channel);
    const facts = factsOf(this.plan, demand);
    const tier = entryTierOf(this.plan, facts);
    const home = this.stage(classIndex, { tier });
    const dispatcher = channel?.dispatcher;
    const speaks = (team: number): boolean => this.groupsOfTeam(team, facts, 'hierarchical').length > 0;
    // A dispatcher (or a wrong team) in which nobody speaks the contact's language is passed by.
    if (dispatcher === undefined || !speaks(this.teamIndex(dispatcher.team))) return home;
    const wrong = this.plan.teams.flatMap((team, t) => {
      const isOther = t !== this.stages[home]?.homeTeam && team.id !== dispatcher.team;
      return isOther && team.tier === tier && amount(dispatcher.wrongTeamShare) > 0 && speaks(t) ? [t] : [];
    });
    wrong.sort((a, b) => (this.precedes(a, b) ? -1 : 1));
    const law = this.laws.add(dispatcher.wrongTeamHandling);
    const wrongStages = wrong.map((team) =>
      this.addStage(classIndex, team, { nextStage: home, handlingLaw: law }),
    );
    return this.addStage(classIndex, this.teamIndex(dispatcher.team), {
      nextStage: home,
      wrongTeamShare: wrongStages.length === 0 ? 0 : amount(dispatcher.wrongTeamShare),
      wrongTeamStages: wrongStages,
    });
  }

  private teamIndex(id: string): number {
    return this.plan.teams.findIndex((team) => team.id === id);
  }

  /** Stage of a class at a tier (its route) or at one named team. */
  private stage(classIndex: number, target: Target): number {
    const name = `${classIndex}|${'team' in target ? `${target.kind} ${target.team}` : `tier ${target.tier ?? ''}`}`;
    const known = this.stageOf.get(name);
    if (known !== undefined) return known;
    const facts = factsOf(this.plan, this.plan.demand[classIndex] as Demand);
    const route =
      'team' in target
        ? [{ afterSeconds: 0, groups: this.ableOrAll(target.team, facts, target.kind) }]
        : this.routeOf({ ...facts, tier: target.tier });
    const index = this.addRoutedStage(classIndex, route, name, {});
    return index;
  }

  /** The able groups of a named team; all of them where none is able, for a rule may have named a group as it is. */
  private ableOrAll(team: number, facts: ContactFacts, kind: 'functional' | 'hierarchical'): number[] {
    const able = this.groupsOfTeam(team, facts, kind);
    return able.length > 0
      ? able
      : (this.plan.teams[team]?.groups ?? []).map((_, g) => this.groupNumber(team, g));
  }

  private groupsOfTeam(team: number, facts: ContactFacts, kind: 'functional' | 'hierarchical'): number[] {
    return groupsOfNamedTeam(this.plan, this.plan.teams[team]?.id ?? '', facts, kind).map((at) =>
      this.groupNumber(at.teamIndex, at.groupIndex),
    );
  }

  private routeOf(facts: ContactFacts): QueueEntry[] {
    let after = 0;
    return routeFor(this.plan, facts).map((entry) => {
      after += entry.afterSeconds;
      return {
        afterSeconds: after,
        groups: entry.groups.map((at) => this.groupNumber(at.teamIndex, at.groupIndex)),
      };
    });
  }

  private addStage(
    classIndex: number,
    team: number,
    special: Partial<Pick<StageModel, 'nextStage' | 'wrongTeamShare' | 'wrongTeamStages' | 'handlingLaw'>>,
  ): number {
    const facts = factsOf(this.plan, this.plan.demand[classIndex] as Demand);
    const entries = [{ afterSeconds: 0, groups: this.groupsOfTeam(team, facts, 'hierarchical') }];
    return this.addRoutedStage(classIndex, entries, undefined, special);
  }

  private addRoutedStage(
    classIndex: number,
    entries: readonly QueueEntry[],
    name: string | undefined,
    special: Partial<Pick<StageModel, 'nextStage' | 'wrongTeamShare' | 'wrongTeamStages' | 'handlingLaw'>>,
  ): number {
    const plan = this.plan;
    const demand = plan.demand[classIndex] as Demand;
    const channelIndex = plan.channels.findIndex((entry) => entry.id === demand.channel);
    const channel = plan.channels[channelIndex];
    if (channel === undefined) throw new Error(`channel ${demand.channel}`);
    const homeTeam = this.homeTeamOf(entries[0]?.groups ?? []);
    const live = isLive(channel);
    const asksWho = entries.some((entry) => entry.groups.some((group) => this.asksWho[group]));
    const queue = (isLiveQueue: boolean): number =>
      this.queues.add(
        {
          channel: channelIndex,
          live: isLiveQueue,
          priority: factsOf(plan, demand).priority ?? 5,
          homeTeam,
          order: plan.teams[homeTeam]?.waitingOrder ?? 'entry',
          entries,
          holdsPlace: isLiveQueue || !live,
          concurrency: this.concurrencyOf(channelIndex),
          ofClass: asksWho ? classIndex : -1,
          agentChoice: plan.teams[homeTeam]?.agentChoice ?? 'longestIdle',
          preempts: false,
          interruptsDeferred: false,
        },
        classIndex,
      );
    const tier = plan.teams[homeTeam]?.tier;
    const byTier = channel.patienceByTier.find((entry) => entry.tier === tier);
    const index = this.stages.length;
    this.stages.push({
      classIndex,
      homeTeam,
      liveQueue: live ? queue(true) : -1,
      deferredQueue: queue(false),
      patienceLaw: this.laws.add(byTier === undefined ? channel.patience : byTier.patience),
      balkingShare: amount(byTier === undefined ? channel.balkingShare : byTier.balkingShare),
      nextStage: special.nextStage ?? -1,
      wrongTeamShare: special.wrongTeamShare ?? 0,
      wrongTeamStages: special.wrongTeamStages ?? [],
      handlingLaw: special.handlingLaw ?? -1,
    });
    if (name !== undefined) this.stageOf.set(name, index);
    const teams = new Set(
      entries.flatMap((entry) => entry.groups.map((group) => this.teamOfGroup[group] as number)),
    );
    for (const team of teams) this.pair(classIndex, team, special.nextStage === undefined);
    return index;
  }

  /** The team to which the numbers of a line belong: of the first entry's teams the first by stream key. */
  private homeTeamOf(groups: readonly number[]): number {
    const teams = groups.map((group) => this.teamOfGroup[group] as number);
    return teams.reduce((first, team) => (this.precedes(team, first) ? team : first), teams[0] ?? 0);
  }

  /** Order of teams that stays as it is when the plan's lists are reordered. */
  private precedes(a: number, b: number): boolean {
    const keyOf = (team: number): string =>
      this.plan.teams[team]?.streamKey ?? this.plan.teams[team]?.id ?? '';
    return keyOf(a) < keyOf(b);
  }

  /** What handling by a team means for a class; follows its escalations to further stages. */
  private pair(classIndex: number, team: number, withOutcomes: boolean): void {
    const plan = this.plan;
    const at = classIndex * plan.teams.length + team;
    const known = this.pairs[at];
    // Reached from a second place: a contact may come to the team twice, and its draws must not repeat.
    if (known !== null && known !== undefined) this.revisits = true;
    if (known !== null && known !== undefined && (!withOutcomes || known.outcomes.length > 0)) return;
    const demand = plan.demand[classIndex] as Demand;
    const tier = plan.teams[team]?.tier;
    const teamId = plan.teams[team]?.id ?? '';
    const facts: ContactFacts = { ...factsOf(plan, demand), team: teamId, tier };
    const handling = handlingRuleFor(plan, facts);
    const returning = returnRuleFor(plan, facts);
    const outcomes: OutcomeRow[] = [];
    const rule = withOutcomes ? outcomeRuleFor(plan, facts) : undefined;
    const escalating = (rule?.next ?? []).reduce((sum, next) => sum + amount(next.share), 0);
    const pair: PairModel = {
      handlingLaw: this.laws.add(handling?.time),
      meanSeconds: meanHandling(handling?.time, rule),
      wrapUpShare: handling === undefined ? 0 : amount(handling.wrapUpShare),
      resolvedBelow: 1 - escalating,
      outcomes,
      returnShare: returning === undefined ? 0 : amount(returning.share),
      returnDelayLaw: this.laws.add(returning?.delay),
    };
    this.pairs[at] = pair;
    let below = pair.resolvedBelow;
    const add = (share: number, row: Omit<OutcomeRow, 'below'>): void => {
      if (share <= 0) return;
      below += share;
      outcomes.push({ ...row, below });
    };
    for (const next of rule?.next ?? []) {
      const share = amount(next.share);
      if (share <= 0) continue;
      if (next.kind === 'functional') {
        const target: Target =
          next.to === 'sameTeam'
            ? { team, kind: 'functional' }
            : next.to === 'nextTier'
              ? { tier: nextTierOf(plan, facts) }
              : { team: this.teamIndex(next.to.team), kind: 'functional' };
        if (next.to !== 'nextTier') this.revisits = true;
        const stage = this.stage(classIndex, target);
        const early = share * amount(next.recognisedAtOnceShare);
        const row = { stage, handlingLaw: -1 };
        add(early, {
          ...row,
          kind: outcomeKind.recognised,
          law: this.laws.add(next.recognition ?? handling?.time),
        });
        add(share - early, { ...row, kind: outcomeKind.escalated, law: -1 });
      } else if (next.kind === 'otherDepartment') {
        this.revisits = true;
        const department = plan.departments.find((entry) => entry.id === next.department);
        add(share, {
          kind: outcomeKind.otherDepartment,
          stage: this.stage(classIndex, { team, kind: 'hierarchical' }),
          law: this.laws.add(department?.turnaround),
          handlingLaw: this.laws.add(next.handlingAfter),
        });
      } else {
        this.revisits = true;
        const stage = this.stage(classIndex, { team: this.teamIndex(next.to.team), kind: 'hierarchical' });
        add(share, { kind: outcomeKind.toLead, stage, law: -1, handlingLaw: -1 });
      }
    }
  }
}
