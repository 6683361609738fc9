import {
  DirectionProvider,
  localStorageColorSchemeManager,
  MantineProvider,
  useDirection,
} from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Plan } from '../core/plan/schema/plan.ts';
import type { Connection as HostConnection } from './client/connect.ts';
import { styleNonce } from './client/styleNonce.ts';
import { Shell } from './screens/Shell.tsx';
import { Unreachable } from './screens/Unreachable.tsx';
import { usePreferences } from './state/preferences.ts';
import { SessionProvider, useSession } from './state/SessionProvider.tsx';
import { createSession, type SessionStore } from './state/session.ts';
import { displaySettings } from './text/displaySettings.ts';
import { TextProvider, useText } from './text/TextProvider.tsx';
import { colourSchemeKey } from './theme/applyFirst.ts';
import { theme } from './theme/theme.ts';

const colourSchemes = localStorageColorSchemeManager({ key: colourSchemeKey });

type Locale = Plan['locale'];

type Connection =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly store: SessionStore };

/** The window. `connecting` gives the client of the host that serves it. */
export function App({ connecting }: { connecting: Promise<HostConnection> }) {
  const [connection, setConnection] = useState<Connection>({ kind: 'waiting' });

  useEffect(() => {
    let current = true;
    connecting.then(
      ({ client, platform }) =>
        current && setConnection({ kind: 'ready', store: createSession(client, platform) }),
      () => current && setConnection({ kind: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [connecting]);

  return (
    <DirectionProvider>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colourSchemes}
        getStyleNonce={styleNonce}
      >
        {connection.kind === 'failed' && (
          <LibraryTexts>
            <Unreachable />
          </LibraryTexts>
        )}
        {connection.kind === 'ready' && (
          <SessionProvider store={connection.store}>
            <PlanTexts>
              <Shell />
            </PlanTexts>
          </SessionProvider>
        )}
      </MantineProvider>
    </DirectionProvider>
  );
}

function LibraryTexts({ children }: { children: ReactNode }) {
  const language = usePreferences((store) => store.language);
  const digits = usePreferences((store) => store.digits);
  const calendar = usePreferences((store) => store.calendar);
  const region = usePreferences((store) => store.region);
  const settings = useMemo(
    () => displaySettings({ language, digits, calendar, region }, null),
    [language, digits, calendar, region],
  );
  return (
    <TextProvider settings={settings}>
      <DocumentLanguage />
      {children}
    </TextProvider>
  );
}

/** Texts and formats as the open plan asks for: its calendar, week, time zone and currency. */
function PlanTexts({ children }: { children: ReactNode }) {
  const language = usePreferences((store) => store.language);
  const digits = usePreferences((store) => store.digits);
  const calendar = usePreferences((store) => store.calendar);
  const region = usePreferences((store) => store.region);
  // Each edit brings the plan anew; texts and formats change only where what it says of them does.
  const locale = useSession((session) => JSON.stringify(session.open?.plan.locale ?? null));
  const settings = useMemo(
    () => displaySettings({ language, digits, calendar, region }, JSON.parse(locale) as Locale | null),
    [language, digits, calendar, region, locale],
  );
  return (
    <TextProvider settings={settings}>
      <DocumentLanguage />
      {children}
    </TextProvider>
  );
}

/** Keeps the document's language and direction with the texts that are shown. */
function DocumentLanguage() {
  const { language, direction } = useText();
  const { setDirection } = useDirection();
  useEffect(() => {
    document.documentElement.lang = language;
    setDirection(direction);
  }, [language, direction, setDirection]);
  return null;
}
