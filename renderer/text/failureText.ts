import type { Failure } from '../../core/contract/failures.ts';
import type { Translate } from '../../locales/translator.ts';

/** What went wrong, and what can be done about it. */
export function failureText(
  t: Translate,
  failure: Failure,
): { readonly title: string; readonly remedy: string } {
  return { title: t('app.failure.title'), remedy: t.dynamic('failures', failure.code, failure.params) };
}
