// The probability of keeping promises, in a terminal: one sentence a promise, how sure it is, and what it hangs on.
import type { Chance, ProbabilityResult, PromiseProbability } from '../../../core/measures/probability.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Speech } from '../speech.ts';
import { inputName } from './inputName.ts';
import type { Terminal } from './terminal.ts';

const mostGroups = 4;
/** A share below this is not worth a word. */
const leastShare = 0.01;

export function writeProbability(result: ProbabilityResult, plan: Plan, speech: Speech, out: Terminal): void {
  const { t, name } = speech;
  out.paragraph(t('probability.title', { plan: name(plan.name) }), { style: 'bold' });
  out.paragraph(introOf(result, speech));
  for (const promise of result.promises) writePromise(promise, result, plan, speech, out);
  const { value } = result.allKept;
  if (value === null || plan.promises.length < 2 || result.promises.length < 2) return;
  out.line();
  out.paragraph(t('probability.all', { chance: percent(value, speech) }), { style: 'bold' });
  writeInterval(result.allKept, speech, out);
}

function introOf(
  { by, draws, replicationsPerDraw, seed: number, inputs }: ProbabilityResult,
  speech: Speech,
): string {
  const { t, format } = speech;
  const isKnown = inputs.length === 0;
  const seed = format.integer(number);
  if (by === 'formula')
    return isKnown
      ? t('probability.byFormulaKnown')
      : t('probability.byFormula', { draws: format.integer(draws), seed });
  if (isKnown) return t('probability.byKnown', { draws: format.integer(draws), seed });
  const replications = format.integer(replicationsPerDraw);
  return t('probability.bySimulation', { draws: format.integer(draws), replications, seed });
}

/** Whole per cent; near the ends one place more, so that nothing that can fail looks certain. */
function percent(value: number, { format }: Speech): string {
  const isNearEnd = value > 0 && value < 1 && (value < 0.01 || value > 0.99);
  return format.percent(value, isNearEnd ? 1 : 0);
}

function writeInterval({ low, high }: Chance, speech: Speech, out: Terminal): void {
  if (low === null || high === null) return;
  const between = speech.format.between(low, high, (end) => percent(end, speech));
  out.paragraph(speech.t('probability.interval', { between }), { indent: 2 });
}

function writePromise(
  of: PromiseProbability,
  { inputs }: ProbabilityResult,
  plan: Plan,
  speech: Speech,
  out: Terminal,
): void {
  const { t, format, name } = speech;
  const promise = plan.promises.find(({ id }) => id === of.promise);
  if (promise === undefined) return;
  out.line();
  out.paragraph(name(promise.name), { style: 'bold' });
  const { value } = of.kept;
  if (value === null) {
    out.paragraph(t('probability.nobody'), { indent: 2 });
    return;
  }
  const share = format.percent(
    of.shareToAttain,
    of.shareToAttain * 100 === Math.round(of.shareToAttain * 100) ? 0 : 1,
  );
  const target = format.duration(promise.targetSeconds);
  out.paragraph(t(`probability.every.${of.period}`, { chance: percent(value, speech), share, target }), {
    indent: 2,
  });
  writeInterval(of.kept, speech, out);
  const { mean, low } = of.worstLevel;
  const isWhole = of.period === 'horizon';
  if (!isWhole && of.keptPeriods !== null)
    out.paragraph(t('probability.periods', { share: percent(of.keptPeriods, speech) }), { indent: 2 });
  if (mean !== null && low !== null) {
    const levels = { mean: format.percent(mean, 1), low: format.percent(low, 1) };
    out.paragraph(isWhole ? t('probability.level', levels) : t('probability.worst', levels), { indent: 2 });
  }
  writeSplit(of, inputs, plan, speech, out);
}

function writeSplit(
  { levelSplit, groups, nextToMeasure }: PromiseProbability,
  inputs: ProbabilityResult['inputs'],
  plan: Plan,
  speech: Speech,
  out: Terminal,
): void {
  const { t, format } = speech;
  const { value: noise = null } = levelSplit?.queueNoise ?? {};
  const { value: unknown = null, halfWidth = null } = levelSplit?.unknown ?? {};
  if (inputs.length === 0 || noise === null || unknown === null || halfWidth === null) return;
  out.paragraph(
    t('probability.split', {
      noise: format.percent(noise, 0),
      unknown: format.percent(unknown, 0),
      half: format.percent(Math.min(1, halfWidth), 0),
    }),
    { indent: 2 },
  );
  const largest = groups.filter(({ value }) => (value ?? 0) >= leastShare).slice(0, mostGroups);
  if (largest.length > 0) {
    const list = largest.map(({ kind, value, halfWidth: half }) =>
      t('probability.group', {
        kind: t(`inputs.kind.${kind}`),
        share: format.plusMinus(value ?? 0, half ?? 0, 'percent'),
      }),
    );
    out.paragraph(t('probability.groups', { list: format.list(list) }), { indent: 2 });
  }
  const next = inputs[nextToMeasure ?? -1];
  if (next !== undefined)
    out.paragraph(t('probability.next', { input: inputName(next, plan, speech) }), { indent: 2 });
}
