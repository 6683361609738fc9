import { AppShell, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Header } from '../parts/Header.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import { LibraryScreen } from './LibraryScreen.tsx';
import { PlanScreen } from './PlanScreen.tsx';
import classes from './Shell.module.css';
import { useBackButton } from './useBackButton.ts';

/** Frame of the window: header, then the library or the open plan. */
export function Shell() {
  const { t, say } = useText();
  const open = useSession((session) => session.open);
  const opening = useSession((session) => session.opening);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(open);
  useBackButton();

  const planName = open === null ? null : say(open.plan.name);
  useEffect(() => {
    document.title = planName === null ? t('app.shell.title') : t('app.shell.planTitle', { plan: planName });
  }, [planName, t]);

  // After a change of screen the keyboard and the reader start at its top.
  useEffect(() => {
    if (shown.current === open) return;
    shown.current = open;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [open]);

  return (
    <AppShell header={{ height: 56 }} padding={0}>
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {t('app.shell.skip')}
      </button>
      <AppShell.Header className={classes.header ?? ''}>
        <Header />
      </AppShell.Header>
      <AppShell.Main ref={main} id="main" tabIndex={-1} className={classes.main ?? ''}>
        <VisuallyHidden aria-live="polite">{opening === null ? '' : t('app.library.opening')}</VisuallyHidden>
        <Notice />
        {open === null ? <LibraryScreen /> : <PlanScreen open={open} key={open.plan.id} />}
      </AppShell.Main>
    </AppShell>
  );
}
