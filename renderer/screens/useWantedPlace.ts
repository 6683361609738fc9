import { useEffect } from 'react';
import type { Path } from '../../core/plan/planFault.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { useSession } from '../state/SessionProvider.tsx';

const looksEveryMs = 50;
const mostLooks = 60;

/** Shows the field of the place that was asked for as soon as its screen is there: opened, in view, with the keyboard. */
export function useWantedPlace(plan: Plan): void {
  const wanted = useSession((session) => session.wantedPlace);
  const noteShown = useSession((session) => session.notePlaceShown);
  useEffect(() => {
    if (wanted === null) return;
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      const found = fieldOf(namedPath(plan, wanted));
      if (found === null && looks < mostLooks) return;
      clearInterval(timer);
      noteShown();
      if (found === null) return;
      for (let node: Element | null = found; node !== null; node = node.parentElement)
        if (node instanceof HTMLDetailsElement) node.open = true;
      found.scrollIntoView({ block: 'center' });
      const field = found.matches('input, textarea, button')
        ? found
        : found.querySelector('input, textarea, button');
      (field as HTMLElement | null)?.focus({ preventScroll: true });
    }, looksEveryMs);
    return () => clearInterval(timer);
  }, [wanted, plan, noteShown]);
}

/** The field of the place, or of the nearest part around it. */
function fieldOf(path: Path): Element | null {
  for (let length = path.length; length > 0; length -= 1) {
    const place = CSS.escape(path.slice(0, length).join('/'));
    const found = document.querySelector(`[data-at="${place}"], [data-part="${place}"]`);
    if (found !== null) return found;
  }
  return null;
}

/** Faults name parts of lists by position, fields by id. */
export function namedPath(plan: Plan, path: Path): Path {
  let holder: unknown = plan;
  return path.map((step) => {
    const value = (holder as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    const id = typeof step === 'number' ? (value as { readonly id?: unknown } | undefined)?.id : undefined;
    holder = value ?? (Array.isArray(holder) ? holder.find((part) => part?.id === step) : undefined);
    return typeof id === 'string' ? id : step;
  });
}
