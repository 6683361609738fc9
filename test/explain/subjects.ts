// Every part of a plan for which a measure is told, the parts of promises among them.
import { isTold } from '../../core/explain/index.ts';
import { type MeasureId, measures, type ScopeKind } from '../../core/measures/catalogue.ts';
import type { Subject } from '../../core/measures/explanation.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';

export function subjectsOf(plan: Plan, measure: MeasureId): Subject[] {
  const { scopes } = measures[measure] as { readonly scopes: readonly ScopeKind[] };
  const kinds = ['channels', 'tiers', 'teams'] as const;
  return scopes
    .flatMap((kind): Subject[] => {
      if (kind === 'total') return [{ kind, id: '', part: null }];
      return plan[kind].flatMap(({ id }): Subject[] => [
        { kind, id, part: null },
        ...(kind === 'promises'
          ? kinds.flatMap((place) =>
              plan[place].map((part) => ({ kind, id, part: { kind: place, id: part.id } })),
            )
          : []),
      ]);
    })
    .filter((subject) => isTold(plan, measure, subject));
}
