import { CloseButton, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useSession } from '../state/SessionProvider.tsx';
import { failureText } from '../text/failureText.ts';
import { useText } from '../text/TextProvider.tsx';
import classes from './Notice.module.css';

/** A failure that belongs to no place of the screen. It waits for the person: nothing that matters goes by itself. */
export function Notice() {
  const { t } = useText();
  const notice = useSession((session) => session.notice);
  const dismiss = useSession((session) => session.dismissNotice);
  if (notice === null) return null;
  const { title, remedy } = failureText(t, notice);
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertCircle size={20} stroke={1.75} className={classes.icon ?? ''} aria-hidden />
      <div>
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {remedy}
        </Text>
      </div>
      <CloseButton aria-label={t('app.shell.dismiss')} onClick={dismiss} />
    </div>
  );
}
