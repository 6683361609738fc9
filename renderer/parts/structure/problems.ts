// Which box each finding of the checks belongs to, and what would put it right.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { waysOf } from '../../../core/plan/ways.ts';
import type { Fault } from '../../../core/units/fault.ts';
import type { Chosen } from './chosen.ts';
import { addTeam } from './teamEdits.ts';

export interface Problem {
  readonly fault: Fault;
  readonly isError: boolean;
  /** The box to which it belongs; null: to none on the board. */
  readonly box: Chosen | null;
}

const boxKinds = {
  teams: 'team',
  tiers: 'tier',
  channels: 'channel',
  issueTypes: 'issueType',
  departments: 'department',
} as const;

/** Faults and warnings of the plan that speak of its structure. */
export function problemsOf(
  plan: Plan,
  faults: readonly Fault[],
  warnings: readonly Fault[],
): readonly Problem[] {
  const all = [
    ...faults.map((fault) => ({ fault, isError: true })),
    ...warnings.map((fault) => ({ fault, isError: false })),
  ];
  return all.flatMap(({ fault, isError }) => {
    const box = boxOf(plan, fault);
    return box === null && !structural.has(fault.code) ? [] : [{ fault, isError, box }];
  });
}

/** Findings without a box of their own that are still about the structure. */
const structural: ReadonlySet<string> = new Set([
  'nobodyServes',
  'nobodyAtEntryTier',
  'nobodySpeaks',
  'nobodySkilled',
  'neverResolved',
]);

function boxOf(plan: Plan, { path: [list, at], params, code }: Fault): Chosen | null {
  const index = Number(at);
  if (typeof list === 'string' && Object.hasOwn(boxKinds, list)) {
    const name = list as keyof typeof boxKinds;
    const id = plan[name][index]?.id;
    return id === undefined ? null : { kind: boxKinds[name], id };
  }
  if (list === 'demand') {
    const id = plan.demand[index]?.issueType;
    const isShown = structural.has(code) && plan.issueTypes.some((issueType) => issueType.id === id);
    return isShown && id !== undefined ? { kind: 'issueType', id } : null;
  }
  if (list === 'outcomes' || list === 'waitingTriggers') {
    const team = typeof params.team === 'string' ? params.team : undefined;
    if (team !== undefined && plan.teams.some(({ id }) => id === team)) return { kind: 'team', id: team };
    const way = waysOf(plan).find(({ rules }) => rules.some(([of, rule]) => of === list && rule === at));
    return way === undefined ? null : { kind: 'team', id: way.from };
  }
  return null;
}

export const remedyKinds = ['takeOut', 'addTeam', 'someone', 'headcount', 'endArrow'] as const;
export interface Remedy {
  readonly kind: (typeof remedyKinds)[number];
  readonly commands: readonly Command[];
}

/** References of a team that may be absent. */
const optional: ReadonlySet<string> = new Set(['tier', 'hours', 'reportsTo', 'lead']);

/** One step that puts a finding right; null where only a person can say what is meant. `newTeam` names a team that it adds. */
export function remedyOf(plan: Plan, { fault }: Problem, newTeam: string): Remedy | null {
  const { code, path, params } = fault;
  const [list, at, field, position] = path;
  const team = list === 'teams' ? plan.teams[Number(at)] : undefined;
  if (team !== undefined && typeof field === 'string' && optional.has(field) && isReference(code))
    return { kind: 'takeOut', commands: [{ change: 'remove', at: ['teams', team.id, field] }] };
  if (team !== undefined && field === 'serves' && isReference(code)) {
    const part = String(position) as 'issueTypes' | 'channels';
    const left = team.serves[part]?.filter((id) => id !== params.id) ?? [];
    const { [part]: _, ...rest } = team.serves;
    const value = left.length === 0 ? rest : { ...rest, [part]: left };
    return { kind: 'takeOut', commands: [{ change: 'set', at: ['teams', team.id, 'serves'], value }] };
  }
  if (code === 'tierWithoutTeams') {
    const tier = plan.tiers[Number(at)]?.id;
    return { kind: 'addTeam', commands: addTeam(plan, newTeam, tier) };
  }
  if (code === 'nobodyOnDuty' && team !== undefined) {
    const [group] = team.groups;
    if (group?.staffing.kind !== 'hours') return null;
    const place = ['teams', team.id, 'groups', group.id, 'staffing', 'agents'];
    return { kind: 'someone', commands: [{ change: 'set', at: place, value: 1 }] };
  }
  if (code === 'headcountBelowDuty' && team !== undefined && typeof params.onDuty === 'number') {
    const group = team.groups[Number(position)];
    if (group === undefined) return null;
    const place = ['teams', team.id, 'groups', group.id, 'headcount'];
    return { kind: 'headcount', commands: [{ change: 'set', at: place, value: Math.ceil(params.onDuty) }] };
  }
  if ((code === 'noNextTier' || code === 'targetCannotServe') && list === 'outcomes')
    return { kind: 'endArrow', commands: [{ change: 'remove', at: path.slice(0, 4) }] };
  return null;
}

const isReference = (code: string): boolean => code.startsWith('unknown') || code === 'reportingCycle';
