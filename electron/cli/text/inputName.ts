// An input in words: what it is and what it is about; its value and its range with the unit.
import type { InputFact, InputUnit } from '../../../core/measures/inputKinds.ts';
import { inputWords } from '../../../core/measures/inputWords.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { composed } from '../../../locales/format/bidi.ts';
import { inputValueText } from '../../../locales/format/inputValue.ts';
import { directionOf } from '../../../locales/settings.ts';
import type { Speech } from '../speech.ts';

/** 'Handling time: Phone, first line'; the field's own words where a kind has several fields. */
export function inputName(fact: InputFact, plan: Plan, { t, format, name, language }: Speech): string {
  const direction = directionOf(language);
  const { field, parts } = inputWords(fact, plan);
  const what = t.has('inputs.field', field)
    ? t.dynamic('inputs.field', field)
    : t(`inputs.kind.${fact.kind}`);
  if (parts.length === 0) return what;
  const words = parts.map((part) => {
    if (part.is === 'named') return name(part.name);
    if (part.is === 'rule') return t('inputs.rule', { number: format.integer(part.number) });
    const both = { issueType: name(part.issueType), channel: name(part.channel) };
    return composed(direction, t('inputs.channelOf', both));
  });
  return composed(
    direction,
    t('inputs.named', { kind: what, about: composed(direction, format.list(words)) }),
  );
}

/** A value of an input with its unit. */
export const inputValue = (unit: InputUnit, value: number, { format }: Speech): string =>
  inputValueText(format, unit, value);
