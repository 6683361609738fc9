import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useSession } from '../state/SessionProvider.tsx';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import classes from './Header.module.css';
import { SettingsMenu } from './settings/SettingsMenu.tsx';

/** Name of the product and the way back to the library; the settings at the end. */
export function Header() {
  const { t } = useText();
  const open = useSession((session) => session.open);
  const closePlan = useSession((session) => session.closePlan);
  return (
    <Group
      h="100%"
      px="lg"
      justify="space-between"
      wrap="nowrap"
      className={classes.bar ?? ''}
      data-wide={open !== null || undefined}
    >
      <nav aria-label={t('app.shell.navigation')} className={classes.trail}>
        <UnstyledButton
          className={classes.home ?? ''}
          onClick={closePlan}
          {...(open === null ? { 'aria-current': 'page' as const } : {})}
        >
          <Mark />
          <Text component="span" fw={700} size="md">
            {t('app.shell.title')}
          </Text>
          {open !== null && (
            <Text component="span" c="dimmed" className={classes.library ?? ''}>
              {t('app.library.title')}
            </Text>
          )}
        </UnstyledButton>
        {open !== null && (
          <>
            <IconChevronRight
              size={16}
              className="mirrored"
              aria-hidden
              color="var(--mantine-color-dimmed)"
            />
            <Text component="span" fw={500} truncate aria-current="page">
              <PlanText of={open.plan.name} />
            </Text>
          </>
        )}
      </nav>
      <SettingsMenu />
    </Group>
  );
}

/** Three people in a queue; it moves with the text. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width={28} height={28} className="mirrored" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-accent-7)" />
      <g fill="#fff">
        <circle cx="8" cy="16" r="3.4" opacity=".5" />
        <circle cx="16" cy="16" r="3.4" opacity=".75" />
        <circle cx="24" cy="16" r="3.4" />
      </g>
    </svg>
  );
}
