// Routing and escalation -> stages, queues and class-team pairs: everything about where a contact can go.

import { isLive } from '../../plan/schema/channel.ts';
import { amount } from '../../plan/schema/elements.ts';
import type { Law } from '../../plan/schema/law.ts';
import type { ServedPlan } from '../../plan/servedPlan.ts';
import {
  type ContactFacts,
  entryTierOf,
  factsOf,
  handlingRuleFor,
  outcomeRuleFor,
  returnRuleFor,
} from '../../plan/serving.ts';
import type { OutcomeRow, PairModel, QueueEntry, StageModel } from '../model/compiledModel.ts';
import type { WayRow } from './classRows.ts';
import type { LawTable } from './lawTable.ts';
import { meanHandling } from './meanHandling.ts';
import { addOutcomeRows, leadsBack, type Target } from './outcomeRows.ts';
import { asksWhoWaits } from './queueOrder.ts';
import { QueueTable } from './queueTable.ts';
import { Routes } from './routes.ts';
import { raisedPriorities, triggersAt } from './triggers.ts';

/** Rank of internal work among deferred work: below every contact. */
const internalPriority = 10;

/** How a stage came about: what a call-back needs to know of the line that it leaves. */
interface Origin {
  /** Tier whose route the stage has; null: a named team, a dispatcher, a wrong team. */
  readonly tier: { readonly id: string | undefined } | null;
  readonly entries: readonly QueueEntry[];
}
type Special = Partial<
  Pick<StageModel, 'homeTeam' | 'nextStage' | 'wrongTeamShare' | 'wrongTeamStages' | 'handlingLaw'>
>;

/** Walks every place that contacts of each class can reach, and gives each a stage with its queues. */
export class FlowBuilder {
  readonly stages: StageModel[] = [];
  readonly queues = new QueueTable();
  readonly pairs: (PairModel | null)[];
  revisits = false;
  private readonly plan: ServedPlan;
  private readonly rows: readonly WayRow[];
  private readonly laws: LawTable;
  private readonly factsOf: (classIndex: number) => ContactFacts;
  private readonly routes: Routes;
  private readonly concurrencyOf: (channel: number) => number;
  /** Whether each group asks who waits in its lines. */
  private readonly asksWho: readonly boolean[];
  private readonly stageOf = new Map<string, number>();
  private readonly origins: Origin[] = [];
  private readonly callBackStages = new Map<number, number>();

  constructor(
    plan: ServedPlan,
    rows: readonly WayRow[],
    /** Pieces of work that is no contact, which come after the rows. */
    internalClasses: number,
    laws: LawTable,
    groupNumber: (team: number, group: number) => number,
    concurrencyOf: (channel: number) => number,
  ) {
    this.plan = plan;
    this.rows = rows;
    this.laws = laws;
    const facts = rows.map(({ demand }) => factsOf(plan, demand));
    this.factsOf = (classIndex) => facts[classIndex] as ContactFacts;
    this.routes = new Routes(plan, groupNumber);
    this.asksWho = plan.teams.flatMap((team) => team.groups.map(asksWhoWaits));
    this.concurrencyOf = concurrencyOf;
    const classes = rows.length + internalClasses;
    this.pairs = new Array<PairModel | null>(classes * plan.teams.length).fill(null);
    // Handed-over work has been handled by its team before, and call-backs continue a contact.
    const handsOver = plan.teams.some(({ groups }) =>
      groups.some(({ staffing }) => staffing.leaving === 'handOver'),
    );
    this.revisits = handsOver || rows.some((row) => row.kind === 'callBack');
  }

  /** The stage at which people take contacts of a class first. */
  firstStage(classIndex: number): number {
    const { plan, routes } = this;
    const { demand } = this.rows[classIndex] as WayRow;
    const channel = plan.channels.find((entry) => entry.id === demand.channel);
    const facts = this.factsOf(classIndex);
    const tier = entryTierOf(plan, facts);
    const home = this.stage(classIndex, { tier });
    const dispatcher = channel?.dispatcher;
    const speaks = (team: number): boolean => routes.groupsOfTeam(team, facts, 'hierarchical').length > 0;
    // A dispatcher (or a wrong team) in which nobody speaks the contact's language is passed by.
    if (dispatcher === undefined || !speaks(routes.teamIndex(dispatcher.team))) return home;
    const wrong = plan.teams.flatMap((team, t) => {
      const isOther = t !== this.stages[home]?.homeTeam && team.id !== dispatcher.team;
      return isOther && team.tier === tier && amount(dispatcher.wrongTeamShare) > 0 && speaks(t) ? [t] : [];
    });
    wrong.sort((a, b) => (routes.precedes(a, b) ? -1 : 1));
    const handlingLaw = this.laws.add(dispatcher.wrongTeamHandling);
    const passOn = (team: number, special: Special): number => {
      const groups = routes.groupsOfTeam(team, facts, 'hierarchical');
      return this.addStage(classIndex, { tier: null, entries: [{ afterSeconds: 0, groups }] }, special);
    };
    const wrongStages = wrong.map((team) => passOn(team, { nextStage: home, handlingLaw }));
    return passOn(routes.teamIndex(dispatcher.team), {
      nextStage: home,
      wrongTeamShare: wrongStages.length === 0 ? 0 : amount(dispatcher.wrongTeamShare),
      wrongTeamStages: wrongStages,
    });
  }

  /** Triggers and call-backs of every stage, and of those to which these lead in turn. */
  addWaysWhileWaiting(): void {
    for (let index = 0; index < this.stages.length; index += 1) {
      const stage = this.stages[index] as StageModel;
      const { classIndex, homeTeam } = stage;
      const moveStage = (team: number): number => this.stage(classIndex, { team, kind: 'hierarchical' });
      const triggers = triggersAt(this.plan, this.factsOf(classIndex), homeTeam, moveStage);
      const offers = stage.liveQueue !== -1 && (this.rows[classIndex]?.callBackRow ?? -1) !== -1;
      const callBackStage = offers ? this.callBackStage(index) : -1;
      this.stages[index] = { ...stage, triggers, callBackStage };
    }
  }

  /** The stage of a call-back that was accepted in the line of a stage: the same place, over the call-back channel. */
  private callBackStage(index: number): number {
    const known = this.callBackStages.get(index);
    if (known !== undefined) return known;
    const { tier, entries } = this.origins[index] as Origin;
    const stage = this.stages[index] as StageModel;
    const row = (this.rows[stage.classIndex] as WayRow).callBackRow;
    const routed = tier === null ? entries : this.routes.ofTier({ ...this.factsOf(row), tier: tier.id });
    const { homeTeam, nextStage, wrongTeamShare, wrongTeamStages, handlingLaw } = stage;
    const way =
      nextStage === -1
        ? { homeTeam }
        : {
            homeTeam,
            nextStage: this.stage(row, { tier: entryTierOf(this.plan, this.factsOf(row)) }),
            wrongTeamShare,
            wrongTeamStages: wrongTeamStages.map((wrong) => this.callBackStage(wrong)),
            handlingLaw,
          };
    // Where the call-back channel's own routing has nobody, those serve it who would have served the line.
    const added = this.addStage(row, { tier, entries: routed.length === 0 ? entries : routed }, way);
    this.callBackStages.set(index, added);
    return added;
  }

  /** Stage of a class at a tier (its route) or at one named team. */
  private stage(classIndex: number, target: Target): number {
    const name = `${classIndex}|${'team' in target ? `${target.kind} ${target.team}` : `tier ${target.tier ?? ''}`}`;
    const known = this.stageOf.get(name);
    if (known !== undefined) return known;
    const facts = this.factsOf(classIndex);
    const origin: Origin =
      'team' in target
        ? { tier: null, entries: this.routes.ofNamedTeam(target.team, facts, target.kind) }
        : { tier: { id: target.tier }, entries: this.routes.ofTier({ ...facts, tier: target.tier }) };
    return this.addStage(classIndex, origin, {}, name);
  }

  private addStage(classIndex: number, origin: Origin, special: Special, name?: string): number {
    const plan = this.plan;
    const row = this.rows[classIndex] as WayRow;
    const { entries } = origin;
    const channelIndex = plan.channels.findIndex((entry) => entry.id === row.demand.channel);
    const channel = plan.channels[channelIndex];
    if (channel === undefined) throw new Error(`channel ${row.demand.channel}`);
    const homeTeam = special.homeTeam ?? this.routes.homeTeamOf(entries);
    const live = isLive(channel);
    const own = this.factsOf(classIndex).priority ?? 5;
    const asksWho = entries.some((entry) => entry.groups.some((group) => this.asksWho[group]));
    const queue = (isLiveQueue: boolean, priority: number): number =>
      this.queues.add(
        {
          channel: channelIndex,
          live: isLiveQueue,
          priority,
          homeTeam,
          order: plan.teams[homeTeam]?.waitingOrder ?? 'entry',
          entries,
          holdsPlace: isLiveQueue || !live,
          holdsTeamPlace: (isLiveQueue || !live) && row.kind !== 'callBack',
          // A call-back takes an agent for itself, whatever its channel says of chats.
          concurrency: row.kind === 'callBack' ? -1 : this.concurrencyOf(channelIndex),
          sameLine: [],
          ofClass: asksWho ? classIndex : -1,
          agentChoice: plan.teams[homeTeam]?.agentChoice ?? 'longestIdle',
          preempts: false,
          interruptsDeferred: false,
        },
        classIndex,
      );
    const queuesAt = (priority: number) => ({
      priority,
      liveQueue: live ? queue(true, priority) : -1,
      deferredQueue: queue(false, priority),
    });
    const { liveQueue, deferredQueue } = queuesAt(own);
    const kinds = [this.factsOf(classIndex), this.factsOf(row.origin)];
    const tier = plan.teams[homeTeam]?.tier;
    const byTier = channel.patienceByTier.find((entry) => entry.tier === tier);
    const index = this.stages.length;
    this.stages.push({
      classIndex,
      homeTeam,
      liveQueue,
      deferredQueue,
      raised: raisedPriorities(plan, kinds).map(queuesAt),
      triggers: [],
      callBackStage: -1,
      patienceLaw: this.laws.add(byTier === undefined ? channel.patience : byTier.patience),
      balkingShare: amount(byTier === undefined ? channel.balkingShare : byTier.balkingShare),
      nextStage: special.nextStage ?? -1,
      wrongTeamShare: special.wrongTeamShare ?? 0,
      wrongTeamStages: special.wrongTeamStages ?? [],
      handlingLaw: special.handlingLaw ?? -1,
    });
    this.origins.push(origin);
    if (name !== undefined) this.stageOf.set(name, index);
    for (const team of this.routes.teamsOf(entries))
      this.pair(classIndex, team, special.nextStage === undefined);
    return index;
  }

  /** The stage at which a team does pieces of work that is no contact; `places` of its groups, null: any may take them. */
  addInternalStage(classIndex: number, team: number, law: Law, places: readonly number[] | null): number {
    const handlingLaw = this.laws.add(law);
    const all = this.routes.allGroupsOf(team);
    const groups = places === null ? all : places.map((place) => all[place] as number);
    const entries = [{ afterSeconds: 0, groups }];
    const deferredQueue = this.queues.add(
      {
        channel: -1,
        live: false,
        priority: internalPriority,
        homeTeam: team,
        order: this.plan.teams[team]?.waitingOrder ?? 'entry',
        entries,
        holdsPlace: false,
        holdsTeamPlace: false,
        concurrency: -1,
        sameLine: [],
        ofClass: -1,
        agentChoice: this.plan.teams[team]?.agentChoice ?? 'longestIdle',
        preempts: false,
        interruptsDeferred: false,
      },
      classIndex,
    );
    this.pairs[classIndex * this.plan.teams.length + team] = {
      handlingLaw,
      meanSeconds: this.laws.rows[handlingLaw]?.meanSeconds ?? 0,
      wrapUpShare: 0,
      resolvedBelow: 1,
      outcomes: [],
      returnShare: 0,
      returnDelayLaw: -1,
    };
    const nowhere = { nextStage: -1, wrongTeamShare: 0, wrongTeamStages: [], callBackStage: -1 };
    const plain = { patienceLaw: -1, balkingShare: 0, handlingLaw: -1, raised: [], triggers: [] };
    const lines = { liveQueue: -1, deferredQueue };
    return this.stages.push({ classIndex, homeTeam: team, ...lines, ...plain, ...nowhere }) - 1;
  }

  /** What handling by a team means for a class; follows its escalations to further stages. */
  private pair(classIndex: number, team: number, withOutcomes: boolean): void {
    const plan = this.plan;
    const at = classIndex * plan.teams.length + team;
    const known = this.pairs[at];
    // Reached from a second place: a contact may come to the team twice, and its draws must not repeat.
    if (known !== null && known !== undefined) this.revisits = true;
    if (known !== null && known !== undefined && (!withOutcomes || known.outcomes.length > 0)) return;
    const { id = '', tier } = plan.teams[team] ?? {};
    const facts: ContactFacts = { ...this.factsOf(classIndex), team: id, tier };
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
    if (leadsBack(rule)) this.revisits = true;
    const place = { facts, team, rule: handling };
    addOutcomeRows(outcomes, pair.resolvedBelow, plan, this.laws, place, rule, (target) =>
      this.stage(classIndex, target),
    );
  }
}
