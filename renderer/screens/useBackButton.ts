import { useEffect, useRef } from 'react';
import { useSession } from '../state/SessionProvider.tsx';

interface Place {
  readonly saff: 'library' | 'plan';
  readonly plan?: string;
  readonly sample?: string;
  readonly screen?: string;
}

/** The browser's back button leaves a plan; a reload comes back to the same one and its screen. The address never changes. */
export function useBackButton(): void {
  const open = useSession((session) => session.open);
  const closePlan = useSession((session) => session.closePlan);
  const openPlan = useSession((session) => session.openPlan);
  const openSample = useSession((session) => session.openSample);
  const goTo = useSession((session) => session.goTo);
  const screen = useSession((session) => session.screen);
  const wasOpen = useRef(false);

  useEffect(() => {
    const go = (place: Place | null): void => {
      if (place?.saff !== 'plan') closePlan();
      else if (place.plan !== undefined)
        void openPlan(place.plan).then(() => place.screen && goTo(place.screen));
      else if (place.sample !== undefined) void openSample(place.sample);
      else closePlan();
    };
    const onPop = (event: PopStateEvent): void => go(event.state as Place | null);
    go(window.history.state as Place | null);
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [closePlan, openPlan, openSample, goTo]);

  const key = open?.key;
  const kept = open?.kept?.plan;
  const sample = open?.origin.kind === 'sample' ? open.origin.id : undefined;
  useEffect(() => {
    const current = window.history.state as Place | null;
    if (key === undefined) {
      if (wasOpen.current && current?.saff === 'plan')
        window.history.pushState({ saff: 'library' } satisfies Place, '');
      return;
    }
    wasOpen.current = true;
    const place: Place = {
      saff: 'plan',
      ...(kept === undefined ? {} : { plan: kept }),
      ...(sample === undefined || kept !== undefined ? {} : { sample }),
      screen,
    };
    if (current?.saff === 'plan') window.history.replaceState(place, '');
    else window.history.pushState(place, '');
  }, [key, kept, sample, screen]);
}
