// A change of a plan in the words, digits and units of the window.
import type { ChangedUnit, ChangedValue } from '../../core/plan/edits/changedValue.ts';
import { type ChangeWords, changeText } from '../../core/plan/edits/changeText.ts';
import type { PlanChange } from '../../core/plan/edits/planChanges.ts';
import { changeBranches } from '../../locales/changeBranches.ts';
import type { Texts } from './TextProvider.tsx';

/** One change as a sentence. */
export const changeSentence = (texts: Texts, change: PlanChange): string =>
  changeText(change, changeWords(texts));

export function changeWords(texts: Texts): ChangeWords {
  const { t, say, format } = texts;
  return {
    sentence: (of, params) => t.dynamic('changes.sentence', of, params),
    part: (list) => (t.has('changes.part', list) ? t.dynamic('changes.part', list) : undefined),
    field: (name) => (t.has('changes.field', name) ? t.dynamic('changes.field', name) : undefined),
    names: ({ names }) => format.list(names.map(say)),
    value: (value) => valueText(texts, value),
  };
}

function valueText(texts: Texts, value: ChangedValue): string {
  const { t, say, format } = texts;
  switch (value.kind) {
    case 'nothing':
      return t('changes.value.nothing');
    case 'number':
      return numberText(texts, value.value, value.unit);
    case 'text':
      return say(value.text);
    case 'words':
      return format.list(value.words.map((word) => wordText(texts, value.field, word)));
    case 'flag':
      return t(value.value ? 'changes.value.yes' : 'changes.value.no');
    case 'names':
      return value.names.length === 0 ? t('changes.value.all') : format.list(value.names.map(say));
    case 'date':
      return format.date(value.date);
    case 'law': {
      const law = t.dynamic('app.at.law.kinds', value.law);
      return value.mean === null
        ? law
        : t('changes.value.law', { law, mean: format.durationShort(value.mean) });
    }
    case 'much':
      return t('changes.value.much');
  }
}

function numberText({ format }: Texts, value: number, unit: ChangedUnit): string {
  switch (unit) {
    case 'share':
      return format.percent(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 2);
    case 'seconds':
      return format.duration(value);
    case 'hours':
      return format.unit(value, 'hours');
    case 'money':
      return format.moneyExact(value);
    case 'number':
      return format.number(value, { decimals: Number.isInteger(value) ? 0 : 3, trim: true });
  }
}

function wordText({ t }: Texts, field: string, word: string): string {
  const branch = changeBranches(field).find((one) => t.has(one, word));
  return branch === undefined ? word : t.dynamic(branch, word);
}
