// What an input is called, as parts that a screen and a terminal put into words: the field, and the parts of the plan it is about.
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { InputFact } from './inputKinds.ts';

export type InputPart =
  | { readonly is: 'named'; readonly name: Text }
  /** Demand without a name of its own: what it is about, and how it comes in. */
  | {
      readonly is: 'demand';
      readonly issueType: Text;
      readonly channel: Text;
      /** What tells it from other demand of the same: its priority, else its place in the list, from 1. */
      readonly apart: { readonly by: 'priority' | 'row'; readonly number: number } | null;
    }
  /** A rule that is about everything: its number in the list, from 1. */
  | { readonly is: 'rule'; readonly number: number };

/** Where a share of the handled contacts goes on to; two of one rule differ by it. */
export type InputWay =
  | { readonly to: 'nextTier' | 'sameTeam'; readonly team: null }
  | { readonly to: 'functional' | 'hierarchical'; readonly team: Text };

export interface InputWords {
  /** The last field of its place: `inputs.field` has words for some, `inputs.kind` for the rest. */
  readonly field: string;
  /** The input is how much the field varies, not its mean. */
  readonly isSpread: boolean;
  readonly parts: readonly InputPart[];
  readonly way: InputWay | null;
}

/** Example: the handling time of calls in the first tier: field `time`, parts Phone and First tier. */
export function inputWords({ path, about }: InputFact, plan: Plan): InputWords {
  const fields = path.filter((step) => typeof step === 'string' && step !== 'mean' && step !== 'cv');
  const namesIn = (
    list: readonly { readonly id: string; readonly name?: Text | undefined }[],
    ids?: readonly string[],
  ): InputPart[] =>
    (ids ?? []).map((id) => ({ is: 'named', name: list.find((part) => part.id === id)?.name ?? id }));
  const nameIn = (list: readonly { readonly id: string; readonly name: Text }[], of: string): Text =>
    list.find((part) => part.id === of)?.name ?? of;
  const demands = (about.demands ?? []).map((id): InputPart => {
    const demand = plan.demand.find((one) => one.id === id);
    if (demand === undefined) return { is: 'named', name: id };
    if (demand.name !== undefined) return { is: 'named', name: demand.name };
    const [issueType, channel] = [
      nameIn(plan.issueTypes, demand.issueType),
      nameIn(plan.channels, demand.channel),
    ];
    return { is: 'demand', issueType, channel, apart: apartOf(plan, demand) };
  });
  const groups = plan.teams.flatMap(({ groups: all }) =>
    // A group alone in its team is the team.
    all.length === 1 ? [] : all.map(({ id, name }) => ({ id, name })),
  );
  const known = new Set(groups.map(({ id }) => id));
  const parts = [
    ...demands,
    ...namesIn(plan.issueTypes, about.issueTypes),
    ...namesIn(plan.channels, about.channels),
    ...namesIn(plan.tiers, about.tiers),
    ...namesIn(plan.teams, about.teams),
    ...namesIn(
      groups,
      (about.groups ?? []).filter((id) => known.has(id)),
    ),
    ...namesIn(plan.departments, about.departments),
    ...namesIn(plan.roles, about.roles),
    ...namesIn(plan.contracts, about.contracts),
  ];
  if (parts.length === 0 && about.rule !== undefined) parts.push({ is: 'rule', number: about.rule });
  const [around, last] = [String(fields.at(-2)), String(fields.at(-1))];
  const field = fieldsOf[`${around}.${last}`] ?? last;
  const way = wayOf(path, plan, (team) => nameIn(plan.teams, team));
  return { field, isSpread: path.at(-1) === 'cv', parts, way };
}

/** Fields of one name that differ by what they stand in. */
const fieldsOf: Readonly<Record<string, string>> = {
  'redial.delay': 'redialDelay',
  'assistant.time': 'assistantTime',
};

/** Null where no other demand is about the same and comes in the same way. */
function apartOf(plan: Plan, demand: Plan['demand'][number]) {
  const alike = plan.demand.filter(
    ({ name, issueType, channel }) =>
      name === undefined && issueType === demand.issueType && channel === demand.channel,
  );
  if (alike.length < 2) return null;
  const { priority } = demand;
  const isAlone = alike.filter((one) => one.priority === priority).length === 1;
  return priority !== undefined && isAlone
    ? ({ by: 'priority', number: priority } as const)
    : ({ by: 'row', number: plan.demand.indexOf(demand) + 1 } as const);
}

/** The way on of a step after handling; waiting for another department is told by its name. */
function wayOf(path: InputFact['path'], plan: Plan, teamName: (id: string) => Text): InputWay | null {
  const [list, rule, , place] = path;
  const step = list === 'outcomes' ? plan.outcomes[Number(rule)]?.next[Number(place)] : undefined;
  if (step === undefined || step.kind === 'otherDepartment') return null;
  if (step.kind === 'hierarchical') return { to: 'hierarchical', team: teamName(step.to.team) };
  return typeof step.to === 'string'
    ? { to: step.to, team: null }
    : { to: 'functional', team: teamName(step.to.team) };
}
