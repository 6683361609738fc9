import { useEffect, useState } from 'react';
import { hasDraft } from './drafts.ts';
import { useSession } from './SessionProvider.tsx';

/** Whether the name of a plan is being changed: asked for here or by the menu, or left unfinished by an earlier window. */
export function useRenaming(plan: string | undefined): [boolean, (renaming: boolean) => void] {
  const [renaming, setRenaming] = useState(() => plan !== undefined && hasDraft(`name/${plan}`));
  const asked = useSession((session) => session.renameAsked);
  const seen = useSession((session) => session.noteRenameAsked);
  useEffect(() => {
    if (!asked || plan === undefined) return;
    seen();
    setRenaming(true);
  }, [asked, plan, seen]);
  return [renaming, setRenaming];
}
