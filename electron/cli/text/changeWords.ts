// A change of a plan in the words, digits and units of the terminal.
import type { ChangedUnit, ChangedValue } from '../../../core/plan/edits/changedValue.ts';
import type { ChangeWords } from '../../../core/plan/edits/changeText.ts';
import { changeBranches } from '../../../locales/changeBranches.ts';
import type { Speech } from '../speech.ts';

export function changeWords(speech: Speech): ChangeWords {
  const { t, name, format } = speech;
  return {
    sentence: (of, params) => t.dynamic('changes.sentence', of, params),
    part: (list) => (t.has('changes.part', list) ? t.dynamic('changes.part', list) : undefined),
    field: (field) => (t.has('changes.field', field) ? t.dynamic('changes.field', field) : undefined),
    names: ({ names }) => format.list(names.map(name)),
    value: (value) => valueText(speech, value),
  };
}

function valueText(speech: Speech, value: ChangedValue): string {
  const { t, name, format } = speech;
  switch (value.kind) {
    case 'nothing':
      return t('changes.value.nothing');
    case 'number':
      return numberText(speech, value.value, value.unit);
    case 'text':
      return name(value.text);
    case 'words':
      return format.list(value.words.map((word) => wordText(speech, value.field, word)));
    case 'flag':
      return t(value.value ? 'changes.value.yes' : 'changes.value.no');
    case 'names':
      return value.names.length === 0 ? t('changes.value.all') : format.list(value.names.map(name));
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

function numberText({ format }: Speech, value: number, unit: ChangedUnit): string {
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

function wordText({ t }: Speech, field: string, word: string): string {
  const branch = changeBranches(field).find((one) => t.has(one, word));
  return branch === undefined ? word : t.dynamic(branch, word);
}
