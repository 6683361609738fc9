import { notifications } from '@mantine/notifications';
import type { Failure } from '../../core/contract/failures.ts';
import type { Translate } from '../../locales/translator.ts';
import { failureText } from '../text/failureText.ts';

/** Tells of a failure with its remedy; the same failure twice stands once. */
export function notifyFailure(t: Translate, failure: Failure): void {
  const { title, remedy } = failureText(t, failure);
  notifications.show({
    id: failure.code,
    color: 'red',
    title,
    message: remedy,
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': t('app.shell.dismiss') },
  });
}
