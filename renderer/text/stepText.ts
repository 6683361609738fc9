import type { StepName } from '../../core/plan/edits/stepName.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Texts } from './TextProvider.tsx';

interface NamedPart {
  readonly id?: unknown;
  readonly name?: Plan['name'];
}

/** What a step did, in the language of the window: 'Addition: teams: Night desk'. The plan gives the names of its parts. */
export function stepText({ t, say }: Pick<Texts, 't' | 'say'>, { code, at }: StepName, plan: Plan): string {
  return t.dynamic('steps', code, { place: stepPlaceText({ t, say }, at, plan) });
}

/** The part of the plan at a place: 'teams: Night desk'. */
export function stepPlaceText({ t, say }: Pick<Texts, 't' | 'say'>, at: StepName['at'], plan: Plan): string {
  const [field, key] = at;
  if (typeof field !== 'string' || !t.has('steps.place', field)) return t('steps.place.whole');
  const part = t.dynamic('steps.place', field);
  const list = (plan as Readonly<Record<string, unknown>>)[field];
  if (key === undefined || !Array.isArray(list)) return part;
  const found = (list as readonly NamedPart[]).find(
    (entry, position) => position === key || entry?.id === key,
  );
  // A part that is no longer there is called by its identifier.
  const name = found?.name === undefined ? String(key) : say(found.name);
  return typeof key === 'number' && found?.name === undefined ? part : t('steps.part', { part, name });
}
