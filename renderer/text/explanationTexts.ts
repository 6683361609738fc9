// An explanation in the words, digits and units of the window.
import { shownAmount } from '../../core/measures/explainedAmount.ts';
import type {
  ExplainedDraws,
  ExplainedValue,
  Explanation,
  NamedPart,
} from '../../core/measures/explanation.ts';
import { type ExplainedId, isPlanFigure } from '../../core/measures/planFigures.ts';
import type { StepWords } from '../../core/measures/stepText.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { partAround } from '../../core/report/partName.ts';
import { isolate } from '../../locales/format/bidi.ts';
import { estimateText } from './estimateText.ts';
import type { Texts } from './TextProvider.tsx';

/** What a number is called that can be asked how it came about. */
export const numberName = ({ t }: Texts, id: ExplainedId): string =>
  isPlanFigure(id) ? t(`explain.figure.${id}`) : t.dynamic('measures', `${id}.name`);

type Shown = Omit<ExplainedValue, 'from'>;

export function explainedValue({ t, format }: Texts, { value, unit }: Shown): string {
  if (value === null) return t('explain.unlimited');
  const shown = shownAmount(value, unit);
  return format.unit(shown.amount, shown.unit, { decimals: shown.decimals });
}

export function explanationWords(texts: Texts, of: Explanation): StepWords {
  const { t, format, say } = texts;
  return {
    value: (value) => isolate(explainedValue(texts, value)),
    name: ({ name, of: part }) => {
      const said = name === 'result' ? numberName(texts, of.measure) : t.dynamic('explain.quantity', name);
      return part === null ? said : t('explain.of', { measure: said, part: say(part.name) });
    },
    number: (number) => format.number(number, { decimals: Number.isInteger(number) ? 0 : 3, trim: true }),
    call: (operator, parts) => t(`explain.call.${operator}`, { parts: parts.join(t('explain.separator')) }),
  };
}

export const partsText = (texts: Texts, parts: readonly NamedPart[]): string =>
  parts.map((part) => isolate(partWords(texts, part))).join(' \u00B7 ');

/** A duty without a name of its own is called by its kind. */
function partWords({ t, say }: Texts, { id, name }: NamedPart): string {
  const kind = id.startsWith('duty/') && typeof name === 'string' ? name : '';
  return t.has('duties.kind', kind) ? t.dynamic('duties.kind', kind) : say(name);
}

/** The part of the plan that a number is about. */
export function subjectText({ t, say }: Texts, { part, subject }: Explanation, plan: Plan): string {
  if (part === null) return t('app.load.organisation');
  const place =
    subject.part === null ? undefined : plan[subject.part.kind].find(({ id }) => id === subject.part?.id);
  const whole = say(part.name);
  return place === undefined ? whole : t('explain.ofAt', { part: whole, place: say(place.name) });
}

/** A field in the plan's words: its section, and the nearest named part around it. */
export function placeText({ t, say }: Texts, plan: Plan, path: readonly (string | number)[]): string {
  const section = t.dynamic('report.part', String(path[0] ?? 'plan'));
  const part = path.length > 1 ? partAround(plan, path) : null;
  return part === null || part.id === plan.id
    ? section
    : t('explain.inPlan', { section, part: say(part.name) });
}

/** How exact the number is, and why not more. */
export function basisText(texts: Texts, { basis, run, unit, by, draws }: Explanation): string {
  const { t, format } = texts;
  if (draws !== null && basis.kind !== 'absent') return drawsText(texts, by, draws);
  switch (basis.kind) {
    case 'exact':
      return t('explain.exact', { model: t(`evaluation.model.${basis.model}`) });
    case 'approximation': {
      const names = basis.departures.map((departure) => t(`evaluation.departure.${departure}.name`));
      const approximate = t('explain.approximation', { model: t(`evaluation.model.${basis.model}`) });
      return `${approximate} ${t('explain.becauseOf', { departures: format.list(names) })}`;
    }
    case 'simulated': {
      if (unit === 'number' && run !== null) return t('explain.judged', { number: run.replications });
      if (basis.halfWidth === null || run === null || unit === 'number') return t('explain.simulatedOnce');
      const half = estimateText(format, { value: basis.halfWidth, halfWidth: null }, unit);
      return t('explain.simulated', { half, number: run.replications });
    }
    case 'absent':
      return t(`evaluation.absence.${basis.reason}`);
  }
}

/** What was drawn and how often, and the interval of the chance. */
function drawsText({ t, format }: Texts, by: Explanation['by'], of: ExplainedDraws): string {
  const { low, high, uncertain } = of;
  const draws = format.integer(of.draws);
  const seed = format.number(of.seed, { grouped: false });
  const replications = format.integer(of.replicationsPerDraw);
  const said =
    by === 'formula'
      ? uncertain === 0
        ? t('probability.byFormulaKnown')
        : t('probability.byFormula', { draws, seed })
      : uncertain === 0
        ? t('probability.byKnown', { draws, seed })
        : t('probability.bySimulation', { draws, replications, seed });
  if (low === null || high === null) return said;
  const between = format.between(low, high, (end) => format.percent(end, 1));
  return `${said} ${t('probability.interval', { between })}`;
}
