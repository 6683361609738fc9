// An input of a plan in words of the window: what it is and what it is about.
import type { InputFact } from '../../core/measures/inputKinds.ts';
import { inputWords } from '../../core/measures/inputWords.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { composed } from '../../locales/format/bidi.ts';
import type { Texts } from './TextProvider.tsx';

/** 'Handling time: Phone, first line' */
export function inputText({ t, format, say, direction }: Texts, fact: InputFact, plan: Plan): string {
  const { field, parts } = inputWords(fact, plan);
  const what = t.has('inputs.field', field)
    ? t.dynamic('inputs.field', field)
    : t.dynamic('inputs.kind', fact.kind);
  if (parts.length === 0) return what;
  const words = parts.map((part) => {
    if (part.is === 'named') return say(part.name);
    if (part.is === 'rule') return t('inputs.rule', { number: format.integer(part.number) });
    const both = { issueType: say(part.issueType), channel: say(part.channel) };
    return composed(direction, t('inputs.channelOf', both));
  });
  return composed(
    direction,
    t('inputs.named', { kind: what, about: composed(direction, format.list(words)) }),
  );
}
