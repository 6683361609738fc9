import { useRef, useState } from 'react';
import { useDrawn } from '../../state/useDrawn.ts';

/** A value of the plan that is dragged or painted: as the person left it, until the screen shows what came of it. */
export function useAhead<Value>(
  kept: Value,
  give: (value: Value) => Promise<boolean>,
): readonly [Value, (value: Value) => Promise<void>] {
  const drawn = useDrawn();
  const [ahead, setAhead] = useState<{ readonly value: Value } | null>(null);
  const latest = useRef(ahead);
  const put = async (value: Value): Promise<void> => {
    const mine = { value };
    latest.current = mine;
    setAhead(mine);
    await drawn(give(value));
    if (latest.current !== mine) return;
    latest.current = null;
    setAhead(null);
  };
  return [ahead === null ? kept : ahead.value, put];
}
