import { AppShell, CloseButton, Text, VisuallyHidden } from '@mantine/core';
import { IconFileImport, IconRefreshDot } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Header } from '../parts/Header.tsx';
import { Note } from '../parts/Note.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';
import { LibraryScreen } from './LibraryScreen.tsx';
import { Overlays } from './Overlays.tsx';
import { PlanScreen } from './PlanScreen.tsx';
import classes from './Shell.module.css';
import { useBackButton } from './useBackButton.ts';
import { useFileDrop, useWindow } from './useWindow.ts';

/** Frame of the window: header, then the library or the open plan. */
export function Shell() {
  const { t, say } = useText();
  const open = useSession((session) => session.open);
  const opening = useSession((session) => session.opening);
  const main = useRef<HTMLElement>(null);
  const key = open?.key ?? null;
  const shown = useRef(key);
  useBackButton();
  useWindow();

  const planName = open === null ? null : say(open.plan.name);
  useEffect(() => {
    document.title = planName === null ? t('app.shell.title') : t('app.shell.planTitle', { plan: planName });
  }, [planName, t]);

  // After a change of screen the keyboard and the reader start at its top.
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [key]);

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
        <Recovered />
        {open === null ? <LibraryScreen /> : <PlanScreen open={open} key={open.key} />}
        <DropVeil />
        <Overlays />
      </AppShell.Main>
    </AppShell>
  );
}

/** Said once after the window had stopped. */
function Recovered() {
  const { t } = useText();
  const recovered = useSession((session) => session.recovered);
  const dismiss = useSession((session) => session.dismissRecovered);
  if (!recovered) return null;
  return (
    <div className={classes.recovered}>
      <Note
        tone="plain"
        icon={IconRefreshDot}
        title={t('app.recovered.title')}
        role="status"
        end={<CloseButton aria-label={t('app.shell.dismiss')} onClick={dismiss} />}
      >
        <Text size="sm">{t('app.recovered.detail')}</Text>
      </Note>
    </div>
  );
}

/** While a file is held over the window. */
function DropVeil() {
  const { t } = useText();
  const over = useFileDrop();
  if (!over) return null;
  return (
    <div className={classes.veil} aria-hidden="true">
      <div className={classes.veilWords}>
        <IconFileImport size={40} stroke={1.5} className="mirrored" />
        <Text fw={650} size="lg">
          {t('app.library.dropAnywhere')}
        </Text>
      </div>
    </div>
  );
}
