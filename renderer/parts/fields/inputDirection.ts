import type { Direction } from '../../../locales/settings.ts';

type InputDirection = 'ltr' | 'auto';

/**
 * The direction of what is typed, on the input itself: the component would give it to the frame, whose direction is the
 * window's. A number stands where reading starts; what the frame holds at its end keeps its room.
 */
export function inputDirection(dir: InputDirection, window: Direction) {
  const isTurned = dir === 'ltr' && window === 'rtl';
  return {
    attributes: { input: { dir } },
    styles: {
      input: isTurned
        ? {
            textAlign: 'right' as const,
            paddingInlineStart: 'var(--input-padding-inline-end)',
            paddingInlineEnd: 'var(--input-padding-inline-start)',
          }
        : { textAlign: 'start' as const },
    },
  };
}
