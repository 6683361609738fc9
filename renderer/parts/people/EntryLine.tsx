import type { ReactNode } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { useRemoval, withItsList } from '../at/useRemoval.ts';
import classes from './People.module.css';

interface EntryLineProps {
  readonly at: Place;
  /** The list may not be empty: it goes along with its last entry. */
  readonly isNeeded?: boolean;
  readonly label: string;
  readonly children: ReactNode;
}

/** One entry of a list in a group, with the way to take it out. */
export function EntryLine({ at, isNeeded = false, label, children }: EntryLineProps) {
  const { t } = useText();
  const remove = useRemoval(isNeeded ? { ofLast: withItsList } : {});
  return (
    <li>
      <div className={classes.entry}>{children}</div>
      <RemoveButton label={t('app.at.remove', { part: label })} onRemove={() => void remove(at)} />
    </li>
  );
}
