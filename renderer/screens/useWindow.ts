// What belongs to the window as a whole: keys, files that are dropped anywhere, what others do to the library, and what the
// desktop asks for.
import { useContext, useEffect, useState } from 'react';
import { followShell, isTyping } from '../state/menuSlice.ts';
import { SessionContext, useSession } from '../state/SessionProvider.tsx';
import { useText } from '../text/TextProvider.tsx';

export function useWindow(): void {
  const store = useContext(SessionContext);
  const platform = useSession((session) => session.platform);
  const watch = useSession((session) => session.watch);
  const loadLibrary = useSession((session) => session.loadLibrary);
  const { language } = useText();

  useEffect(() => {
    const leaving = new AbortController();
    void loadLibrary().then(() => watch(leaving.signal));
    return () => leaving.abort();
  }, [loadLibrary, watch]);

  useEffect(() => {
    if (platform.shell === null || store === null) return;
    const leaving = new AbortController();
    const stop = followShell(store, platform.shell, language, leaving.signal);
    return () => {
      leaving.abort();
      stop();
    };
  }, [platform, store, language]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || store === null) return;
      const session = store.getState();
      // By the place of the key as well: with a Persian or Arabic layout the letter is another.
      const isKey = (letter: string, code: string): boolean =>
        event.key.toLowerCase() === letter || event.code === code;
      const take = (work: () => unknown): void => {
        event.preventDefault();
        work();
      };
      if (isKey('o', 'KeyO') && !event.shiftKey) {
        if (platform.shell !== null) take(() => session.chooseFile());
        else take(() => document.querySelector<HTMLInputElement>('input[type=file]')?.click());
      } else if (isTyping() || !session.open?.kept) return;
      else if (isKey('z', 'KeyZ')) take(() => (event.shiftKey ? session.redo() : session.undo()));
      else if (isKey('y', 'KeyY')) take(() => session.redo());
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, platform]);
}

/** Whether a file is being held over the window; dropping it opens it, wherever it is dropped. */
export function useFileDrop(): boolean {
  const openFile = useSession((session) => session.openFile);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      // Even what is no file must not replace the page.
      event.preventDefault();
      setOver(holdsFile(event));
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = async (event: DragEvent): Promise<void> => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // Of several each is taken into the library, and the last stays open.
      for (const file of files) await openFile(file);
    };
    const drop = (event: DragEvent): void => void onDrop(event);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', drop);
    };
  }, [openFile]);
  return over;
}
