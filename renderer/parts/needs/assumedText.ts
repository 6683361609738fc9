import type { AdviceInput } from '../../../core/measures/advice.ts';
import { adviceValueText, amountText } from '../../text/adviceText.ts';
import type { Texts } from '../../text/TextProvider.tsx';

/** '3,400 (2,000 to 6,000)' */
export function valueWithRange(
  texts: Texts,
  { value, low, high }: Pick<AdviceInput, 'value' | 'low' | 'high'>,
): string {
  const own = adviceValueText(texts, value);
  if (low === null || high === null || value.kind !== 'amount' || low === high) return own;
  const range = texts.format.range(low, high, (end) => amountText(texts, end, value.unit));
  // Begun in the direction of the text: numbers alone would stand from left to right.
  return texts.format.composite(() => texts.t('needs.withRange', { value: own, range }));
}
