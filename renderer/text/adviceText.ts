// Sentences of an advice in the language of the window; the words stand in locales under `advice`.
import type { AdviceInput, AdviceText, AdviceUnit, AdviceValue } from '../../core/measures/advice.ts';
import { shareText } from './estimateText.ts';
import type { Texts } from './TextProvider.tsx';

/** Three digits: what is proposed rests on assumptions. */
const short = (value: number): number => Number(value.toPrecision(3));

const roundSeconds = (seconds: number): number =>
  seconds < 600 ? Math.round(seconds) : Math.round(seconds / 60) * 60;

/** An amount with its unit, to what can be known of it. */
export function amountText({ format }: Texts, value: number, unit: AdviceUnit): string {
  switch (unit) {
    case 'fraction':
      return value < 0.0995 ? shareText(format, value) : format.percent(value, 0);
    case 'seconds':
      return format.duration(roundSeconds(value));
    case 'money':
      return format.money(short(value));
    case 'people':
      return format.unit(Math.round(value), 'people');
    case 'number':
      return format.number(short(value), { decimals: value < 100 ? 2 : 0, trim: true });
    default:
      return format.unit(value < 100 ? Math.round(value * 10) / 10 : short(value), unit);
  }
}

/** From one amount to another; what both have, a unit or a word for millions, is said once. */
export function amountRange(texts: Texts, low: number, high: number, unit: AdviceUnit): string {
  const { format } = texts;
  if (unit === 'seconds') return format.durationRange(roundSeconds(low), roundSeconds(high));
  if (unit === 'money') return format.moneyRange(short(low), short(high));
  return format.range(low, high, (end) => amountText(texts, end, unit));
}

/** The place in the plan of a field of the needs. */
export const answerPlace = (field: readonly (string | number)[]): (string | number)[] => [
  'needs',
  ...(field[0] === 'needs' ? field.slice(1) : field),
];

export function adviceValueText(texts: Texts, value: AdviceValue): string {
  const { t, say, format } = texts;
  switch (value.kind) {
    case 'amount':
      return amountText(texts, value.value, value.unit);
    case 'range':
      return amountRange(texts, value.low, value.high, value.unit);
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
