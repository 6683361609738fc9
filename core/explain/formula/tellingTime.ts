// When a number tells most: the interval in which its part misses most, waits longest or has most to do.
import type { Answer } from '../../evaluate/evaluate.ts';
import type { MeasureId } from '../../measures/catalogue.ts';
import { absent, type Evaluation, type MarkedValue } from '../../measures/evaluation.ts';
import type { ExplanationQuestion } from '../../measures/explanation.ts';

export function tellingInterval(
  { steps }: Answer,
  { series }: Evaluation,
  { subject }: ExplanationQuestion,
  peakOf: MeasureId,
): number {
  const line = (measure: MeasureId, scope: string, id: string): readonly (number | null)[] =>
    series.find((one) => one.measure === measure && one.scope === scope && one.id === id)?.values ?? [];
  const offered = line('offeredContacts', 'total', '');
  const { intervalOf, counted } = steps;
  const isOpen = new Set(intervalOf.filter((_, k) => (counted[k] as number) > 0));
  const most = (weights: readonly (number | null)[]): number | null => {
    let best: number | null = null;
    weights.forEach((weight, i) => {
      if (isOpen.has(i) && (weight ?? 0) > (best === null ? 1e-9 : (weights[best] ?? 0))) best = i;
    });
    return best;
  };
  const asked =
    subject.kind === 'promises'
      ? line('serviceLevelFraction', 'promises', subject.id).map((share, i) =>
          share === null ? 0 : (1 - share) * (offered[i] ?? 0),
        )
      : line(peakOf, subject.kind, subject.id);
  return most(asked) ?? most(line(peakOf, 'total', '')) ?? most(offered) ?? 0;
}

/** The number as the answer has it. */
export function markedOf(
  evaluation: Evaluation,
  { measure, subject, interval }: ExplanationQuestion,
): MarkedValue {
  const { kind, id, part } = subject;
  if (interval !== null) {
    const line = evaluation.series.find(
      (one) => one.measure === measure && one.scope === kind && one.id === id,
    );
    const value = line?.values[interval] ?? null;
    return line === undefined || value === null ? absent('nothingCounted') : { value, basis: line.basis };
  }
  if (kind === 'promises') {
    const promise = evaluation.promises[id];
    if (part === null) return promise?.serviceLevelFraction ?? absent('nothingCounted');
    const lists = { channels: promise?.byChannel, tiers: promise?.byTier, teams: promise?.byTeam };
    return lists[part.kind]?.[part.id] ?? absent('nothingCounted');
  }
  return (kind === 'total' ? evaluation.total : evaluation[kind][id])?.[measure] ?? absent('noFormula');
}

/** Whether the measure is told over time for the part. */
export const isDrawn = (
  { series }: Evaluation,
  { measure, subject }: Pick<ExplanationQuestion, 'measure' | 'subject'>,
): boolean =>
  series.some((one) => one.measure === measure && one.scope === subject.kind && one.id === subject.id);
