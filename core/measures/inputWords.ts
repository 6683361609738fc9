// What an input is called, as parts that a screen and a terminal put into words: the field, and the parts of the plan it is about.
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { InputFact } from './inputKinds.ts';

export type InputPart =
  | { readonly is: 'named'; readonly name: Text }
  /** Demand without a name of its own: what it is about, and how it comes in. */
  | { readonly is: 'demand'; readonly issueType: Text; readonly channel: Text }
  /** A rule that is about everything: its number in the list, from 1. */
  | { readonly is: 'rule'; readonly number: number };

export interface InputWords {
  /** The last field of its place: `inputs.field` has words for some, `inputs.kind` for the rest. */
  readonly field: string;
  readonly parts: readonly InputPart[];
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
    return { is: 'demand', issueType, channel };
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
  return { field: String(fields.at(-1)), parts };
}
