// Sentences of an advice in the language of the window; the words stand in locales under `advice`.
import type { AdviceInput, AdviceText, AdviceUnit, AdviceValue } from '../../core/measures/advice.ts';
import type { Texts } from './TextProvider.tsx';

/** An amount as it stands in a sentence: times, money and shares with their unit, counts as bare numbers. */
export function amountText({ format }: Pick<Texts, 'format'>, value: number, unit: AdviceUnit): string {
  switch (unit) {
    case 'fraction':
      return format.percent(value, value > 0 && value < 0.095 ? 1 : 0);
    case 'seconds':
      return format.duration(value);
    case 'hours':
      return format.duration(value * 3600);
    case 'money':
      return format.money(value);
    case 'people':
    case 'agents':
      return format.number(value, { decimals: 1, trim: true });
    default:
      return format.number(value, { decimals: Math.abs(value) < 10 ? 2 : 0, trim: true });
  }
}

export function adviceValueText(texts: Texts, value: AdviceValue): string {
  const { t, say, format } = texts;
  switch (value.kind) {
    case 'amount':
      return amountText(texts, value.value, value.unit);
    case 'range':
      return format.range(value.low, value.high, (end) => amountText(texts, end, value.unit));
    case 'name':
      return say(value.name);
    case 'word':
      return t.dynamic('advice.word', `${value.group}.${value.word}`);
    case 'list':
      return format.list(value.items.map((item) => adviceValueText(texts, item)));
  }
}

export const adviceText = (texts: Texts, { branch, code, params }: AdviceText): string =>
  texts.t.dynamic(
    `advice.${branch}`,
    code,
    Object.fromEntries(Object.entries(params).map(([name, value]) => [name, adviceValueText(texts, value)])),
  );

/** 'Handling time: Wireless networks' */
export function inputName(texts: Texts, { name, of }: AdviceInput): string {
  const own = texts.t.dynamic('advice.input', name);
  return of === null ? own : texts.t('needs.reason.inputOf', { input: own, of: adviceValueText(texts, of) });
}
