import { useEffect, useRef } from 'react';
import { useSession } from '../state/SessionProvider.tsx';

interface Place {
  readonly saff: 'library' | 'plan';
  readonly sample?: string;
}

/** The browser's back button leaves a plan; a reload comes back to the same sample. The address never changes. */
export function useBackButton(): void {
  const open = useSession((session) => session.open);
  const closePlan = useSession((session) => session.closePlan);
  const openSample = useSession((session) => session.openSample);
  const wasOpen = useRef(false);

  useEffect(() => {
    const go = (place: Place | null): void => {
      if (place?.saff === 'plan' && place.sample !== undefined) void openSample(place.sample);
      else closePlan();
    };
    const onPop = (event: PopStateEvent): void => go(event.state as Place | null);
    go(window.history.state as Place | null);
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [closePlan, openSample]);

  useEffect(() => {
    const current = window.history.state as Place | null;
    if (open === null) {
      if (wasOpen.current && current?.saff === 'plan')
        window.history.pushState({ saff: 'library' } satisfies Place, '');
      return;
    }
    wasOpen.current = true;
    const place: Place =
      open.origin.kind === 'sample' ? { saff: 'plan', sample: open.origin.id } : { saff: 'plan' };
    if (current?.saff === 'plan') window.history.replaceState(place, '');
    else window.history.pushState(place, '');
  }, [open]);
}
