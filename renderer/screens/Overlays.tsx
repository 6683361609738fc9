import { useEffect, useState } from 'react';
import { isTyping } from '../state/menuSlice.ts';
import { Palette } from './Palette.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';

type Overlay = 'palette' | 'shortcuts' | null;

/** What comes over the window by a key: the command palette, and the sheet of shortcuts. */
export function Overlays() {
  const [shown, setShown] = useState<Overlay>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // By the place of the key as well: with a Persian or Arabic layout the letter is another.
      const isK = event.key.toLowerCase() === 'k' || event.code === 'KeyK';
      const isQuestion = event.key === '?' || event.key === '\u061F';
      if ((event.ctrlKey || event.metaKey) && isK && !event.altKey) setShown('palette');
      else if (isQuestion && !event.ctrlKey && !event.metaKey && !isTyping()) setShown('shortcuts');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const close = (): void => setShown(null);
  if (shown === 'palette') return <Palette onClose={close} onShortcuts={() => setShown('shortcuts')} />;
  return shown === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null;
}
