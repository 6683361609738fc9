import { useCallback, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { SessionContext } from './SessionProvider.tsx';
import { useShownPlan } from './shownPlan.ts';

/**
 * Waits with what became of an edit until the screen shows it. Screens are drawn a moment after the plan is kept
 * (`screens/useFieldsLater.ts`): what was dragged or drawn stays as the person left it until then, or the next key would begin
 * at the state of before and undo the edit in silence.
 */
export function useDrawn(): (saved: Promise<boolean>) => Promise<boolean> {
  const store = useContext(SessionContext);
  const shown = useShownPlan();
  const latest = useRef(shown);
  const waiting = useRef<(() => void)[]>([]);

  const settle = useCallback(() => {
    for (const go of waiting.current.splice(0)) go();
  }, []);
  useLayoutEffect(() => {
    latest.current = shown;
    if (store?.getState().open?.plan === shown) settle();
  }, [shown, store, settle]);
  useEffect(() => settle, [settle]);

  return useCallback(
    async (saving) => {
      const saved = await saving;
      const isBehind = latest.current !== null && store?.getState().open?.plan !== latest.current;
      if (saved && isBehind) await new Promise<void>((go) => waiting.current.push(go));
      return saved;
    },
    [store],
  );
}
