import { useRef } from 'react';

/** Whether a part has come into a list since it was first shown: what was just added stands open. */
export function useNewPart(ids: readonly string[]): (id: string) => boolean {
  const first = useRef(new Set(ids));
  return (id) => !first.current.has(id);
}
