import { useEffect, useState } from 'react';
import type { PlayClock } from './playClock.ts';

/** Words and fields follow four times a second; the picture with every frame. */
const wordsEveryMs = 250;

/** Lets the clock go on while it is on the screen, and tells where it is. */
export function useClock(clock: PlayClock): { readonly nowSeconds: number; readonly isPlaying: boolean } {
  const [shown, setShown] = useState({ nowSeconds: clock.nowSeconds, isPlaying: clock.isPlaying });
  useEffect(() => {
    const show = (): void => setShown({ nowSeconds: clock.nowSeconds, isPlaying: clock.isPlaying });
    show();
    let frame = 0;
    let last = 0;
    let toldAt = 0;
    const step = (now: number): void => {
      if (clock.tick((now - last) / 1000) && now - toldAt >= wordsEveryMs) {
        toldAt = now;
        show();
      }
      last = now;
      frame = clock.isPlaying ? requestAnimationFrame(step) : 0;
    };
    const stop = clock.onChange(() => {
      show();
      if (!clock.isPlaying || frame !== 0) return;
      last = performance.now();
      frame = requestAnimationFrame(step);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      if (clock.isPlaying) clock.pause();
    };
  }, [clock]);
  return shown;
}
