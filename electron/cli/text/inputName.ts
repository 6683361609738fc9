// An input in words: what it is and what it is about; its value and its range with the unit.
import type { InputFact, InputUnit } from '../../../core/measures/inputKinds.ts';
import type { Text } from '../../../core/plan/schema/elements.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import type { Speech } from '../speech.ts';

/** 'Handling time: Phone, first line'; the field's own words where a kind has several fields. */
export function inputName({ path, kind, about }: InputFact, plan: Plan, { t, format, name }: Speech): string {
  const fields = path.filter((step) => typeof step === 'string' && step !== 'mean' && step !== 'cv');
  const field = String(fields.at(-1));
  const what = t.has('inputs.field', field) ? t.dynamic('inputs.field', field) : t(`inputs.kind.${kind}`);
  const namesIn = (
    list: readonly { readonly id: string; readonly name?: Text | undefined }[],
    ids?: readonly string[],
  ) => (ids ?? []).map((id) => name(list.find((part) => part.id === id)?.name ?? id));
  const groups = plan.teams.flatMap((team) =>
    // A group alone in its team is the team.
    team.groups.map((group) => ({
      id: group.id,
      name: team.groups.length === 1 ? '' : (group.name ?? group.id),
    })),
  );
  const demands = plan.demand.map(({ id, name: own, issueType, channel }) => {
    const named = (list: readonly { readonly id: string; readonly name: Text }[], of: string): string =>
      name(list.find((part) => part.id === of)?.name ?? of);
    const both = { issueType: named(plan.issueTypes, issueType), channel: named(plan.channels, channel) };
    return { id, name: own ?? t('inputs.channelOf', both) };
  });
  const parts = [
    ...namesIn(demands, about.demands),
    ...namesIn(plan.issueTypes, about.issueTypes),
    ...namesIn(plan.channels, about.channels),
    ...namesIn(plan.tiers, about.tiers),
    ...namesIn(plan.teams, about.teams),
    ...namesIn(groups, about.groups),
    ...namesIn(plan.departments, about.departments),
    ...namesIn(plan.roles, about.roles),
    ...namesIn(plan.contracts, about.contracts),
  ].filter((part) => part !== '');
  const isRuleAlone = parts.length === 0 && about.rule !== undefined;
  if (isRuleAlone) parts.push(t('inputs.rule', { number: format.integer(about.rule ?? 0) }));
  return parts.length === 0 ? what : t('inputs.named', { kind: what, about: format.list(parts) });
}

/** A value of an input with its unit. */
export function inputValue(unit: InputUnit, value: number, { format }: Speech): string {
  const rounded = Number(value.toPrecision(3));
  switch (unit) {
    case 'seconds':
      return format.unit(value >= 10 ? Math.round(value) : rounded, 'seconds');
    case 'days':
      return format.unit(Math.round(value) * 86_400, 'seconds');
    case 'weeks':
      return format.unit(Math.round(value * 7) * 86_400, 'seconds');
    case 'factor':
      return isolate(`×${format.number(rounded)}`);
    case 'fraction':
      return format.unit(value, 'fraction', { decimals: value < 0.1 ? 1 : 0 });
    default:
      return format.number(value >= 1000 ? Math.round(value) : rounded);
  }
}
