// An input of a plan in words of the window: what it is and what it is about.
import type { InputFact } from '../../core/measures/inputKinds.ts';
import { type InputWay, inputWords } from '../../core/measures/inputWords.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { composed } from '../../locales/format/bidi.ts';
import type { Texts } from './TextProvider.tsx';

/** 'Handling time: Phone, first line' */
export function inputText({ t, format, say, direction }: Texts, fact: InputFact, plan: Plan): string {
  const { field, isSpread, parts, way } = inputWords(fact, plan);
  const told = t.has('inputs.field', field) ? t.dynamic('inputs.field', field) : null;
  const what =
    told === null
      ? t.dynamic('inputs.kind', fact.kind)
      : isSpread
        ? composed(direction, t('inputs.spreadOf', { what: told }))
        : told;
  if (parts.length === 0 && way === null) return what;
  const words = parts.map((part) => {
    if (part.is === 'named') return say(part.name);
    if (part.is === 'rule') return t('inputs.rule', { number: format.integer(part.number) });
    const both = { issueType: say(part.issueType), channel: say(part.channel) };
    if (part.apart === null) return composed(direction, t('inputs.channelOf', both));
    const number = format.integer(part.apart.number);
    return composed(direction, t(`inputs.apart.${part.apart.by}`, { ...both, number }));
  });
  const list = parts.length === 0 ? null : composed(direction, format.list(words));
  const to = way === null ? null : composed(direction, wayText(t, way, say));
  const about =
    list !== null && to !== null
      ? composed(direction, t('inputs.onward', { about: list, way: to }))
      : (list ?? to ?? '');
  return composed(direction, t('inputs.named', { kind: what, about }));
}

const wayText = (t: Texts['t'], { to, team }: InputWay, name: Texts['say']): string =>
  team === null ? t(`inputs.way.${to}`) : t(`inputs.way.${to}`, { team: name(team) });
