import type { ActualsFault } from '../../core/plan/actuals/readActuals.ts';
import type { Texts } from './TextProvider.tsx';

/** Where a cell cannot be taken, why, and what to do about it. */
export function actualsFaultText({ t }: Pick<Texts, 't'>, fault: ActualsFault): string {
  const { code, line, head } = fault;
  const params = { ...fault.params };
  if (typeof params.reason === 'string') params.reason = t.dynamic('app.unread', params.reason);
  if (typeof params.subject === 'string') params.subject = t.dynamic('review.subject', params.subject);
  const why = t.dynamic('review.fault', code, params);
  return head === '' ? t('review.atLineOnly', { line, why }) : t('review.atLine', { line, head, why });
}
