import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useText } from '../text/TextProvider.tsx';

/** Shown when the host that served the page does not answer. */
export function Unreachable() {
  const { t } = useText();
  return (
    <Stack component="main" align="center" justify="center" mih="100dvh" p="xl" gap="md" ta="center">
      <IconPlugConnectedX size={40} stroke={1.5} aria-hidden color="var(--mantine-color-dimmed)" />
      <Title order={1} size="h3">
        {t('app.failure.title')}
      </Title>
      <Text maw={480} c="dimmed">
        {t.dynamic('failures', 'unreachable')}
      </Text>
      <Button onClick={() => window.location.reload()}>{t('app.failure.again')}</Button>
    </Stack>
  );
}
