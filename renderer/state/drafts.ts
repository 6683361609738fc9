// What was typed into a field and not given yet. It survives the end of the page, of the window and of the program: the
// browser's own storage has it with the next stroke, and the field finds it again. Given or let go, it is forgotten.
import { useMemo } from 'react';

const prefix = 'saff.draft.';
const longestDraft = 20_000;

export interface Draft {
  /** What was typed when the field was left without a decision; null where nothing was. */
  readonly text: string | null;
  readonly keep: (text: string) => void;
  readonly forget: () => void;
}

type Drafts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function draftOf(field: string, storage: Drafts | undefined = storageOfPage()): Draft {
  const key = prefix + field;
  const guarded = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      // A full or forbidden storage: then the draft lasts as long as the field.
      return otherwise;
    }
  };
  return {
    text: guarded(() => storage?.getItem(key) ?? null, null),
    keep: (text) => guarded(() => storage?.setItem(key, text.slice(0, longestDraft)), undefined),
    forget: () => guarded(() => storage?.removeItem(key), undefined),
  };
}

function storageOfPage(): Drafts | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** The draft of a field, by a name that stays the same after a start anew. */
export const useDraft = (field: string): Draft => useMemo(() => draftOf(field), [field]);

/** Whether a field was left with something typed, so that it is to be opened again. */
export const hasDraft = (field: string): boolean => draftOf(field).text !== null;
