import type { AdviceInput, AdviceUnit } from '../../../core/measures/advice.ts';
import { adviceValueText, amountRange, amountText } from '../../text/adviceText.ts';
import type { Texts } from '../../text/TextProvider.tsx';

/** Its name says what is counted. */
const counted: ReadonlySet<AdviceUnit> = new Set(['contacts', 'agents', 'people', 'hours', 'erlangs']);

/** '3,400 (2,000 to 6,000)': the unit stands with the value alone, and not where the name of the figure says it. */
export function valueWithRange(
  texts: Texts,
  { value, low, high }: Pick<AdviceInput, 'value' | 'low' | 'high'>,
): string {
  if (value.kind !== 'amount') return adviceValueText(texts, value);
  const { unit } = value;
  const own = amountText(texts, value.value, unit === 'contacts' ? 'number' : unit);
  if (low === null && high === null) return own;
  const range = amountRange(
    texts,
    low ?? value.value,
    high ?? value.value,
    counted.has(unit) ? 'number' : unit,
  );
  // Begun in the direction of the text: numbers alone would stand from left to right.
  return texts.format.composite(() => texts.t('needs.withRange', { value: own, range }));
}
