// An input in words: what it is and what it is about; its value and its range with the unit.
import type { InputFact, InputUnit } from '../../../core/measures/inputKinds.ts';
import { type InputWay, inputWords } from '../../../core/measures/inputWords.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { composed } from '../../../locales/format/bidi.ts';
import { inputValueText } from '../../../locales/format/inputValue.ts';
import { directionOf } from '../../../locales/settings.ts';
import type { Speech } from '../speech.ts';

/** 'Handling time: Phone, first line'; the field's own words where a kind has several fields. */
export function inputName(fact: InputFact, plan: Plan, { t, format, name, language }: Speech): string {
  const direction = directionOf(language);
  const { field, isSpread, parts, way } = inputWords(fact, plan);
  const told = t.has('inputs.field', field) ? t.dynamic('inputs.field', field) : null;
  const what =
    told === null
      ? t(`inputs.kind.${fact.kind}`)
      : isSpread
        ? composed(direction, t('inputs.spreadOf', { what: told }))
        : told;
  if (parts.length === 0 && way === null) return what;
  const words = parts.map((part) => {
    if (part.is === 'named') return name(part.name);
    if (part.is === 'rule') return t('inputs.rule', { number: format.integer(part.number) });
    const both = { issueType: name(part.issueType), channel: name(part.channel) };
    if (part.apart === null) return composed(direction, t('inputs.channelOf', both));
    const number = format.integer(part.apart.number);
    return composed(direction, t(`inputs.apart.${part.apart.by}`, { ...both, number }));
  });
  const list = parts.length === 0 ? null : composed(direction, format.list(words));
  const to = way === null ? null : composed(direction, wayText(t, way, name));
  const about =
    list !== null && to !== null
      ? composed(direction, t('inputs.onward', { about: list, way: to }))
      : (list ?? to ?? '');
  return composed(direction, t('inputs.named', { kind: what, about }));
}

const wayText = (t: Speech['t'], { to, team }: InputWay, name: Speech['name']): string =>
  team === null ? t(`inputs.way.${to}`) : t(`inputs.way.${to}`, { team: name(team) });

/** A value of an input with its unit. */
export const inputValue = (unit: InputUnit, value: number, { format }: Speech): string =>
  inputValueText(format, unit, value);
