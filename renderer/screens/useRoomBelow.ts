import { type RefObject, useEffect } from 'react';

/** Tells the styles of an element how far from the top of the window its place begins: what sticks there has the rest for itself. */
export function useRoomBelow(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = element.current?.parentElement;
    if (place == null) return;
    const measure = (): void =>
      element.current?.style.setProperty(
        '--place-top',
        `${Math.max(0, place.getBoundingClientRect().top)}px`,
      );
    measure();
    // What comes and goes above changes the height of the page.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    window.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('scroll', measure);
    };
  }, [element]);
}
