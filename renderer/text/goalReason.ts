import type { GoalLine } from '../../core/report/report.ts';
import { estimateText } from './estimateText.ts';
import type { Texts } from './TextProvider.tsx';

/** Why a goal has the light that it has, in a sentence. */
export function goalReason({ t, format }: Texts, line: GoalLine, by: 'formula' | 'simulation'): string {
  const { measure, unit, side, threshold, estimate, verdict } = line;
  const name = t(`measures.${measure}.name`);
  if (threshold === null) return t('goals.reason.otherScale', { measure: name });
  if (verdict === 'undecided') return t('goals.reason.undecided', { measure: name });
  const params = {
    measure: name,
    value: estimateText(format, estimate, unit),
    asked: t(`report.side.${side}`, {
      threshold: estimateText(format, { value: threshold, halfWidth: null }, unit),
    }),
  };
  if (by === 'formula') return t(`goals.reason.formula.${verdict === 'kept' ? 'kept' : 'missed'}`, params);
  if (estimate.halfWidth === null) return t('goals.reason.once', params);
  return t(`goals.reason.${verdict}`, params);
}
