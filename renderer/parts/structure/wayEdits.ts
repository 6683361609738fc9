// Steps that draw and take away arrows between teams. An arrow is a rule of the plan; a rule that speaks of more teams than
// the arrow's is parted first, so that only this arrow changes.
import { amount } from '../../../core/plan/amount.ts';
import type { Command } from '../../../core/plan/edits/command.ts';
import { planDifference } from '../../../core/plan/edits/planDifference.ts';
import { contactKinds, journeyOf } from '../../../core/plan/journeys.ts';
import type { OutcomeRule } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { outcomeRuleFor } from '../../../core/plan/serving.ts';
import type { Way } from '../../../core/plan/ways.ts';

export const drawnKinds = ['functional', 'hierarchical', 'overflow', 'department'] as const;
export type DrawnKind = (typeof drawnKinds)[number];

type Next = OutcomeRule['next'][number];

/** Share of the handled contacts that a new arrow takes, and the wait before a new overflow team may take over. */
const firstShare = 0.1;
const firstOverflowSeconds = 60;

/** What of handled contacts is not handed on by a rule yet. */
const restOf = (rule: OutcomeRule): number =>
  Math.max(0, 1 - rule.next.reduce((sum, { share }) => sum + amount(share), 0));

/** The rules by which contacts leave a team, and whether some of them leave it by none. */
function rulesAt(
  plan: Plan,
  team: string,
): { readonly rules: ReadonlySet<OutcomeRule>; readonly hasBare: boolean } {
  const rules = new Set<OutcomeRule>();
  const index = plan.teams.findIndex(({ id }) => id === team);
  let hasBare = false;
  for (const kind of contactKinds(plan)) {
    const place = journeyOf(plan, kind).places.get(index);
    if (place === undefined) continue;
    const rule = outcomeRuleFor(plan, place.facts);
    if (rule === undefined) hasBare = true;
    else rules.add(rule);
  }
  return { rules, hasBare: hasBare || rules.size === 0 };
}

/** The outcomes with the rules at a team changed, and only at this team. */
function changedAt(
  plan: Plan,
  team: string,
  change: (rule: OutcomeRule) => OutcomeRule,
  bare: boolean,
): OutcomeRule[] {
  const { rules, hasBare } = rulesAt(plan, team);
  const outcomes = plan.outcomes.flatMap((rule) => {
    if (!rules.has(rule)) return [rule];
    const isOwn = rule.when.teams?.length === 1 && rule.when.teams[0] === team;
    if (isOwn) return [change(rule)];
    return [change({ ...rule, when: { ...rule.when, teams: [team] } }), rule];
  });
  return bare && hasBare ? [...outcomes, change({ when: { teams: [team] }, next: [] })] : outcomes;
}

function nextOf(kind: Exclude<DrawnKind, 'overflow'>, to: string, share: number): Next {
  if (kind === 'department') return { kind: 'otherDepartment', share, department: to };
  if (kind === 'hierarchical') return { kind, share, to: { team: to } };
  return { kind, share, to: { team: to }, recognisedAtOnceShare: 0 };
}

const leadsTo = (next: Next, kind: DrawnKind, to: string): boolean =>
  next.kind === 'otherDepartment'
    ? kind === 'department' && next.department === to
    : next.kind === kind && typeof next.to === 'object' && next.to.team === to;

/**
 * A new arrow: a tenth of what the team handles goes this way, or less where less is left; an overflow opens after a minute.
 * Nothing where the arrow is there already. Undefined where nothing is left that could go this way.
 */
export function drawWay(plan: Plan, from: string, to: string, kind: DrawnKind): Command[] | undefined {
  if (kind === 'overflow') return drawOverflow(plan, from, to);
  let isFull = false;
  const add = (rule: OutcomeRule): OutcomeRule => {
    if (rule.next.some((next) => leadsTo(next, kind, to))) return rule;
    const share = Math.min(firstShare, Math.round(restOf(rule) * 1e6) / 1e6);
    if (share <= 0) isFull = true;
    return share <= 0 ? rule : { ...rule, next: [...rule.next, nextOf(kind, to, share)] };
  };
  const outcomes = changedAt(plan, from, add, true).filter(isUseful(plan.outcomes));
  const isSame =
    outcomes.length === plan.outcomes.length && outcomes.every((one, i) => one === plan.outcomes[i]);
  if (isSame) return isFull ? undefined : [];
  return planDifference(plan, { ...plan, outcomes });
}

/** Rules that were there, and parted ones that differ from those that they were parted from. */
const isUseful =
  (before: readonly OutcomeRule[]) =>
  (rule: OutcomeRule): boolean =>
    before.includes(rule) || !before.some((old) => old.next === rule.next);

function drawOverflow(plan: Plan, from: string, to: string): Command[] {
  const entry = { teams: [to], afterSeconds: firstOverflowSeconds };
  const index = plan.routing.findIndex(({ entries }) => {
    const [first] = entries;
    return first?.teams?.length === 1 && first.teams[0] === from;
  });
  const rule = plan.routing[index];
  if (rule !== undefined) {
    if (rule.entries.some(({ teams }) => teams?.includes(to) === true)) return [];
    const place = rule.id ?? index;
    return [{ change: 'add', at: ['routing', place, 'entries'], value: entry }];
  }
  const team = plan.teams.find(({ id }) => id === from);
  const when = {
    ...(team?.tier === undefined ? {} : { tiers: [team.tier] }),
    ...team?.serves,
  };
  return [
    { change: 'add', at: ['routing'], value: { when, entries: [{ teams: [from], afterSeconds: 0 }, entry] } },
  ];
}

/** Whether an arrow can be taken away by itself: those of the default routes follow from tiers and from what teams serve. */
export const canRemove = ({ kind, rules }: Way): boolean =>
  kind !== 'arrival' && kind !== 'dispatch' && rules.length > 0;

/** Takes an arrow away, for its own team only. */
export function removeWay(plan: Plan, way: Way): Command[] {
  if (!canRemove(way)) return [];
  if (way.kind === 'overflow' || way.kind === 'moved') return takeOut(plan, way);
  const named = new Set(way.rules.map((path) => path.join('/')));
  const gone = new Set<Next>();
  for (const [i, rule] of plan.outcomes.entries())
    for (const [j, next] of rule.next.entries())
      if (named.has(['outcomes', i, 'next', j].join('/'))) gone.add(next);
  const without = (rule: OutcomeRule): OutcomeRule => {
    const next = rule.next.filter((one) => !gone.has(one));
    return next.length === rule.next.length ? rule : { ...rule, next };
  };
  const outcomes = changedAt(plan, way.from, without, false).filter(isUseful(plan.outcomes));
  return planDifference(plan, { ...plan, outcomes });
}

function takeOut(plan: Plan, { kind, to, rules }: Way): Command[] {
  if (kind === 'moved') {
    const waitingTriggers = plan.waitingTriggers.flatMap((trigger, i) => {
      if (!rules.some(([, at]) => at === i)) return [trigger];
      const { moveTo: _, ...rest } = trigger;
      return rest.raisePriorityTo === undefined ? [] : [rest];
    });
    return planDifference(plan, { ...plan, waitingTriggers });
  }
  const groups = new Set(plan.teams.find(({ id }) => id === to)?.groups.map(({ id }) => id));
  const routing = plan.routing.map((rule, i) => {
    if (!rules.some(([, at]) => at === i)) return rule;
    const entries = rule.entries.flatMap((entry, j) => {
      if (j === 0) return [entry];
      const teams = entry.teams?.filter((id) => id !== to) ?? [];
      const left = entry.groups?.filter((id) => !groups.has(id)) ?? [];
      if (teams.length + left.length === 0) return [];
      return [
        {
          afterSeconds: entry.afterSeconds,
          ...(teams.length === 0 ? {} : { teams }),
          ...(left.length === 0 ? {} : { groups: left }),
        },
      ];
    });
    return { ...rule, entries };
  });
  return planDifference(plan, { ...plan, routing });
}
