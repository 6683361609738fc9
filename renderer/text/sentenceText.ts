import type { Sentence, SentenceValue } from '../../core/report/report.ts';
import type { Params } from '../../locales/translator.ts';
import { estimateText, shareText } from './estimateText.ts';
import type { Texts } from './TextProvider.tsx';

/** A sentence of the report in the language of the window. */
export function sentenceText(texts: Texts, sentence: Sentence): string {
  const params: Params = Object.fromEntries(
    Object.entries(sentence.values).map(([name, value]) => [name, shown(texts, value)]),
  );
  return texts.t.dynamic('report.sentence', sentence.key, params);
}

function shown({ format, say }: Texts, value: SentenceValue): string | number {
  switch (value.kind) {
    case 'count':
      return value.value;
    case 'name':
      return say(value.name);
    case 'share':
      return shareText(format, value.value);
    case 'points':
      return format.number(value.value * 100, { decimals: value.value < 0.01 ? 2 : 1, trim: true });
    case 'measure':
      return estimateText(format, value.estimate ?? undefined, value.unit);
  }
}
