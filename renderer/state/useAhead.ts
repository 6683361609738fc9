import { useRef, useState } from 'react';
import { useDrawn } from './useDrawn.ts';

/**
 * A value of the plan as the person left it, until the screen shows what came of it: what is dragged, painted, or chosen one after
 * the other goes on from there. `give` returns the edit.
 */
export function useAhead<Value>(
  kept: Value,
  give: (value: Value) => unknown,
): readonly [Value, (value: Value) => Promise<void>] {
  const drawn = useDrawn();
  const [ahead, setAhead] = useState<{ readonly value: Value } | null>(null);
  const latest = useRef(ahead);
  const put = async (value: Value): Promise<void> => {
    const mine = { value };
    latest.current = mine;
    setAhead(mine);
    await drawn((async () => (await give(value)) !== false)());
    if (latest.current !== mine) return;
    latest.current = null;
    setAhead(null);
  };
  return [ahead === null ? kept : ahead.value, put];
}
