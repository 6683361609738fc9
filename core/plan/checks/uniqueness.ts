// Ids and stream keys must tell the parts of a list apart: references and random streams rest on them.
import type { FaultCode } from '../faultCodes.ts';
import { type Path, type PlanFault, planFault } from '../planFault.ts';
import type { Plan } from '../schema/plan.ts';
import { lookAt, type PlanLook } from './look.ts';

interface Named {
  readonly id?: string | undefined;
  readonly streamKey?: string | undefined;
}
interface Entry {
  readonly part: Named;
  readonly path: Path;
}

const entriesOf = (list: readonly Named[], path: Path): Entry[] =>
  list.map((part, position) => ({ part, path: [...path, position] }));

const groupEntries = (plan: Pick<Plan, 'teams'>): Entry[] =>
  plan.teams.flatMap((team, position) => entriesOf(team.groups, ['teams', position, 'groups']));

/** Lists whose parts have ids, with the field in which they stand. */
interface Lists {
  readonly field: keyof Plan;
  readonly of: (plan: Plan) => Entry[][];
}
const listsIn = <Field extends keyof Plan>(
  field: Field,
  of: (plan: Pick<Plan, NoInfer<Field>>) => Entry[][],
): Lists => ({ field, of });

/** Every list whose parts have ids, the groups of all teams not among them. */
const lists: readonly Lists[] = [
  ...(
    [
      'calendars',
      'channels',
      'issueTypes',
      'profiles',
      'demand',
      'tiers',
      'teams',
      'roles',
      'contracts',
      'shifts',
      'routing',
      'departments',
      'internalWork',
      'promises',
      'goals',
      'scenarios',
    ] as const
  ).map((name) => listsIn(name, (plan) => [entriesOf(plan[name], [name])])),
  listsIn('company', (plan) => [entriesOf(plan.company.personas, ['company', 'personas'])]),
  listsIn('needs', (plan) =>
    (['personas', 'issues', 'promises', 'present'] as const).map((name) =>
      entriesOf(plan.needs?.[name] ?? [], ['needs', name]),
    ),
  ),
  ...(['duties', 'careerSteps', 'pages'] as const).map((name) =>
    listsIn(name, (plan) => [entriesOf(plan[name] ?? [], [name])]),
  ),
  listsIn('reviews', (plan) =>
    (['periods', 'decisions'] as const).map((name) =>
      entriesOf(plan.reviews?.[name] ?? [], ['reviews', name]),
    ),
  ),
  listsIn('teams', (plan) =>
    groupEntries(plan).map(({ part, path }) =>
      entriesOf((part as Plan['teams'][number]['groups'][number]).people ?? [], [...path, 'people']),
    ),
  ),
];

function repeated(
  entries: readonly Entry[],
  keyOf: (part: Named) => string | undefined,
  faultOf: (entry: Entry, key: string) => PlanFault,
): PlanFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const key = keyOf(entry.part);
    if (key === undefined || !seen.has(key)) {
      if (key !== undefined) seen.add(key);
      return [];
    }
    return [faultOf(entry, key)];
  });
}

const byId =
  (code: FaultCode) =>
  (entries: readonly Entry[]): PlanFault[] =>
    repeated(
      entries,
      (part) => part.id,
      ({ path }, id) => planFault(code, [...path, 'id'], { id }),
    );

/** Ids once in their list; ids of groups once in the whole plan, because routing names groups without their team. */
export const idLooks: readonly PlanLook[] = [
  ...lists.map(({ field, of }) => ({
    fields: [field],
    faults: (plan: Plan) => of(plan).flatMap(byId('duplicateId')),
  })),
  lookAt(['teams'], (plan) => byId('duplicateGroupId')(groupEntries(plan))),
];

export const uniqueIds = (plan: Plan): PlanFault[] => idLooks.flatMap(({ faults }) => faults(plan));

/**
 * Stream keys once in their list, groups once in the whole plan; a part without one uses its id. Where the id itself
 * is repeated that fault is enough.
 */
export const streamKeyLooks: readonly PlanLook[] = [
  ...lists.map(({ field, of }) => ({
    fields: [field],
    faults: (plan: Plan) => of(plan).flatMap(repeatedKeys),
  })),
  lookAt(['teams'], (plan) => repeatedKeys(groupEntries(plan))),
];

function repeatedKeys(entries: readonly Entry[]): PlanFault[] {
  const ids = new Set<string | undefined>();
  const firstOfId = entries.filter(({ part }) => !ids.has(part.id) && ids.add(part.id));
  return repeated(
    firstOfId,
    (part) => part.streamKey ?? part.id,
    ({ part, path }, key) =>
      planFault('duplicateStreamKey', [...path, part.streamKey === undefined ? 'id' : 'streamKey'], {
        key,
      }),
  );
}
