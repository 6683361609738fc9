// The standard list of what may happen to an organisation, each in a few sizes.
import { type StressedPart, type StressKind, siteOf } from '../plan/edits/stressedPlan.ts';
import type { Text } from '../plan/schema/elements.ts';
import type { Plan } from '../plan/schema/plan.ts';

export interface Stress extends StressedPart {
  readonly name: Text | null;
  /** From the smallest on. */
  readonly sizes: readonly number[];
}

const sizes: Readonly<Record<StressKind, readonly number[]>> = {
  volume: [0.1, 0.2, 0.3, 0.5, 1],
  handling: [0.1, 0.2, 0.3, 0.5],
  absence: [0.05, 0.1, 0.2, 0.3],
  surge: [0.25, 0.5, 1, 2],
  teamLost: [0.25, 0.5, 0.75, 1],
  siteLost: [0.25, 0.5, 1],
  assistantFails: [0.25, 0.5, 1],
  slowDepartment: [1.5, 2, 3, 5],
};

/** Every stress that this plan can meet. A site is known by its time zone; one alone is the organisation. */
export function stressesOf(plan: Plan): Stress[] {
  const all = (kind: StressKind, part = '', name: Text | null = null): Stress => ({
    ...{ kind, part, name },
    sizes: sizes[kind],
  });
  const named = (
    kind: StressKind,
    parts: readonly { readonly id: string; readonly name?: Text | undefined }[],
  ) => parts.map(({ id, name }) => all(kind, id, name ?? id));
  const used = new Set(plan.demand.map(({ channel }) => channel));
  const sites = new Map(
    plan.teams.map(({ site }) => [siteOf(plan, site), site?.name ?? siteOf(plan, site)] as const),
  );
  return [
    all('volume'),
    all('handling'),
    all('absence'),
    ...named(
      'surge',
      plan.channels.filter(({ id }) => used.has(id)),
    ),
    ...(plan.teams.length > 1 ? named('teamLost', plan.teams) : []),
    ...(sites.size > 1 ? [...sites].map(([zone, name]) => all('siteLost', zone, name)) : []),
    ...named(
      'assistantFails',
      plan.channels.filter(({ assistant }) => assistant !== undefined),
    ),
    ...named('slowDepartment', plan.departments),
  ];
}
