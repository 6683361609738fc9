// An explanation in a terminal: the number and how exact it is, then the steps from the fields of the plan to it, each with its
// formula and its values.
import type { Basis } from '../../../core/measures/evaluation.ts';
import { shownAmount } from '../../../core/measures/explainedAmount.ts';
import type {
  ExplainedDraws,
  ExplainedValue,
  Explanation,
  ExplanationStep,
  NamedPart,
} from '../../../core/measures/explanation.ts';
import { isPlanFigure } from '../../../core/measures/planFigures.ts';
import type { SeriesAxis } from '../../../core/measures/result.ts';
import { type StepWords, stepText } from '../../../core/measures/stepText.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { partAround } from '../../../core/report/partName.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import { pathText } from '../sayFailure.ts';
import type { Speech } from '../speech.ts';
import { cleanText } from './cleanText.ts';
import { estimateText } from './estimateText.ts';
import { inputName } from './inputName.ts';
import type { Terminal } from './terminal.ts';

const shortHash = 12;
const secondsPerDay = 86_400;

type Shown = Omit<ExplainedValue, 'from'>;

export function writeExplanation(of: Explanation, plan: Plan, speech: Speech, terminal: Terminal): void {
  const { t, format } = speech;
  terminal.paragraph(t('explain.title', { measure: headOf(of, speech, plan) }), { style: 'bold' });
  if (of.interval !== null) terminal.paragraph(momentText(of.axis, of.interval, speech));
  const halfWidth = of.basis.kind === 'simulated' ? of.basis.halfWidth : null;
  const value =
    of.unit === 'number'
      ? format.integer(of.value ?? 0)
      : estimateText(format, of.unit, { value: of.value, halfWidth });
  const word = of.verdict === null ? value : t(`report.verdict.${of.verdict}`);
  terminal.paragraph(of.value === null ? t('explain.noValue') : word, { style: 'bold' });
  terminal.paragraph(`${t(`explain.by.${of.by}`)}. ${basisText(of, speech)}`);
  if (of.run !== null) {
    const { seed, engineVersion, simulatedContacts, controls } = of.run;
    terminal.paragraph(
      t('explain.run', {
        seed: format.number(seed, { grouped: false }),
        engine: engineVersion,
        plan: of.planHash.slice(0, shortHash),
        contacts: format.integer(simulatedContacts),
      }),
      { style: 'dim' },
    );
    if (controls > 0) terminal.paragraph(t('explain.controls', { number: controls }), { style: 'dim' });
  }
  if (of.closeUp !== null && of.interval === null)
    terminal.paragraph(
      t('explain.closeUp', {
        moment: format.composite(() => momentText(of.axis, of.closeUp?.interval ?? 0, speech)),
      }),
    );
  terminal.line();
  terminal.paragraph(t('explain.steps'), { style: 'bold' });
  of.steps.forEach((step, at) => {
    writeStep(step, at, of, plan, speech, terminal);
  });
  for (const { about, steps } of of.beside) {
    terminal.line();
    terminal.paragraph(t(`explain.beside.${about}`), { style: 'bold' });
    steps.forEach((step, at) => {
      writeStep(step, at, of, plan, speech, terminal);
    });
  }
  if (of.grounds.length === 0) return;
  terminal.line();
  terminal.paragraph(t('explain.grounds'), { style: 'bold' });
  for (const ground of of.grounds)
    terminal.paragraph(`\u2022 ${inputText(ground, plan, speech)}`, { indent: 2 });
}

function writeStep(
  step: ExplanationStep,
  at: number,
  of: Explanation,
  plan: Plan,
  speech: Speech,
  terminal: Terminal,
): void {
  const { t } = speech;
  const words = stepWords(of, speech);
  const said = t(`explain.step.${step.code}`);
  const parts = step.about.map((part) => isolate(nameOf(part, speech)));
  if (step.input !== null) parts.push(inputName(step.input, plan, speech));
  const about = parts.join(' \u00B7 ');
  const head = t('report.numbered', {
    number: at + 1,
    name: about === '' ? said : t('explain.inPlan', { section: about, part: said }),
  });
  terminal.paragraph(head);
  const [out, ...more] = step.outputs;
  if (out === undefined) return;
  const { formula, values } = stepText(step, words);
  if (formula !== null) {
    terminal.paragraph(t('explain.equals', { name: words.name(out), formula }), { indent: 3 });
    terminal.paragraph(
      values === null
        ? `= ${isolate(words.value(out))}`
        : t('explain.gives', { formula: values, value: words.value(out) }),
      { indent: 3 },
    );
  }
  if (step.code === 'sumOfParts' || isAsked(step))
    terminal.paragraph(t('explain.named', { name: words.name(out), value: words.value(out) }), { indent: 3 });
  for (const input of step.inputs)
    terminal.paragraph(`\u2022 ${inputText(input, plan, speech)}`, { indent: 3, style: 'dim' });
  if (step.operation.kind !== 'station') return;
  const model = t(`evaluation.model.${step.operation.model}`);
  const answers = [out, ...more].map((one) =>
    t('explain.named', { name: words.name(one), value: words.value(one) }),
  );
  terminal.paragraph(t('explain.answers', { model, values: answers.join(t('explain.separator')) }), {
    indent: 3,
  });
}

/** Steps whose value follows from no formula that is written out, nor from a queueing model. */
const isAsked = ({ operation: { kind } }: ExplanationStep): boolean =>
  kind !== 'formula' && kind !== 'station';

/** `volume: 1,200 contacts (Demand: Orders; as written; demand[0].volume.contacts)`. */
function inputText(input: ExplainedValue, plan: Plan, speech: Speech): string {
  const { t, format } = speech;
  const { from } = input;
  const words = stepWords(null, speech);
  const said = t('explain.named', { name: words.name(input), value: words.value(input) });
  const notes: string[] = [];
  if (from.kind === 'step') notes.push(t('explain.fromStep', { number: from.step + 1 }));
  else if (from.kind === 'plan') {
    notes.push(
      placeText(plan, from.path, speech),
      t(`explain.status.${from.status}`),
      isolate(pathText(from.path)),
    );
  } else {
    notes.push(t(`explain.from.${from.kind}`));
    if (from.kind === 'derived' && from.path !== null) notes.push(placeText(plan, from.path, speech));
  }
  return `${said} ${format.composite(() => `(${notes.map(isolate).join(t('explain.separator'))})`)}`;
}

/** The field in the plan's words: its section, and the nearest named part around it. */
function placeText(plan: Plan, path: readonly (string | number)[], { t, name }: Speech): string {
  const section = t.dynamic('report.part', String(path[0] ?? 'plan'));
  const part = path.length > 1 ? partAround(plan, path) : null;
  return part === null || part.id === plan.id
    ? section
    : t('explain.inPlan', { section, part: name(part.name) });
}

const titleOf = ({ measure }: Explanation, { t }: Speech): string =>
  isPlanFigure(measure) ? t(`explain.figure.${measure}`) : t(`measures.${measure}.name`);

/** The measure and its part. */
function headOf(of: Explanation, speech: Speech, plan: Plan): string {
  const { part, subject } = of;
  const { t, name } = speech;
  const title = titleOf(of, speech);
  if (part === null) return title;
  const place =
    subject.part === null ? null : plan[subject.part.kind].find(({ id }) => id === subject.part?.id);
  const whole = name(part.name);
  const where =
    place === null || place === undefined
      ? whole
      : t('explain.ofAt', { part: whole, place: name(place.name) });
  return t('explain.of', { measure: title, part: where });
}

function basisText(of: Explanation, { t, format }: Speech): string {
  const { basis, run } = of;
  if (of.draws !== null && basis.kind !== 'absent') return drawsText(of.by, of.draws, { t, format });
  switch (basis.kind) {
    case 'exact':
      return t('explain.exact', { model: t(`evaluation.model.${basis.model}`) });
    case 'approximation':
      return `${t('explain.approximation', { model: t(`evaluation.model.${basis.model}`) })} ${departuresText(basis, { t, format })}`;
    case 'simulated':
      if (of.unit === 'number' && run !== null) return t('explain.judged', { number: run.replications });
      if (basis.halfWidth === null || run === null || of.unit === 'number') return t('explain.simulatedOnce');
      return t('explain.simulated', {
        half: estimateText(format, of.unit, { value: basis.halfWidth, halfWidth: null }),
        number: run.replications,
      });
    case 'absent':
      return t(`evaluation.absence.${basis.reason}`);
  }
}

const departuresText = (
  basis: Extract<Basis, { kind: 'approximation' }>,
  { t, format }: Pick<Speech, 't' | 'format'>,
): string =>
  t('explain.becauseOf', {
    departures: format.list(basis.departures.map((departure) => t(`evaluation.departure.${departure}.name`))),
  });

/** What was drawn and how often, and the interval of the chance. */
function drawsText(
  by: Explanation['by'],
  { draws, replicationsPerDraw, seed: number, uncertain, low, high }: ExplainedDraws,
  { t, format }: Pick<Speech, 't' | 'format'>,
): string {
  const [all, seed] = [format.integer(draws), format.number(number, { grouped: false })];
  const replications = format.integer(replicationsPerDraw);
  const said =
    by === 'formula'
      ? uncertain === 0
        ? t('probability.byFormulaKnown')
        : t('probability.byFormula', { draws: all, seed })
      : uncertain === 0
        ? t('probability.byKnown', { draws: all, seed })
        : t('probability.bySimulation', { draws: all, replications, seed });
  if (low === null || high === null) return said;
  const between = format.between(low, high, (end) => format.percent(end, 1));
  return `${said} ${t('probability.interval', { between })}`;
}

const nameOf = (part: NamedPart, { name }: Speech): string => cleanText(name(part.name));

function stepWords(of: Explanation | null, speech: Speech): StepWords {
  const { t, format } = speech;
  const value = ({ value: amount, unit }: Shown): string => {
    if (amount === null) return t('explain.unlimited');
    const shown = shownAmount(amount, unit);
    return format.unit(shown.amount, shown.unit, { decimals: shown.decimals });
  };
  return {
    value,
    name: ({ name, of: part }) => {
      const said = name === 'result' && of !== null ? titleOf(of, speech) : t(`explain.quantity.${name}`);
      return part === null ? said : t('explain.of', { measure: said, part: nameOf(part, speech) });
    },
    number: (number) => format.number(number, { decimals: Number.isInteger(number) ? 0 : 3, trim: true }),
    call: (operator, parts) => t(`explain.call.${operator}`, { parts: parts.join(t('explain.separator')) }),
  };
}

/** The local day and time of an interval. */
function momentText(axis: SeriesAxis, interval: number, { t, format }: Speech): string {
  const start = interval * axis.intervalSeconds;
  const day = Math.max(
    0,
    axis.dayStartsSeconds.findLastIndex((one) => one <= start),
  );
  const first = Date.parse(`${axis.startDate}T00:00:00Z`) + day * secondsPerDay * 1000;
  const date = new Date(first).toISOString().slice(0, 10);
  const from = start - (axis.dayStartsSeconds[day] ?? 0);
  const weekday = format.weekdayOf(date);
  return t('app.load.moment', {
    day: axis.kind === 'week' && weekday !== undefined ? format.weekday(weekday) : format.weekdayDate(date),
    times: format.range(from, from + axis.intervalSeconds, (seconds) => format.clockTime(seconds)),
  });
}
