import type { ReactNode } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import classes from './needs.module.css';
import { withoutNeeded } from './needsEdits.ts';

interface NeededPartProps {
  readonly list: 'issues' | 'personas' | 'promises';
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}

/** One part of an answer that is a list, and the way to take it out. */
export function NeededPart({ list, id, name, children }: NeededPartProps) {
  const { t } = useText();
  const edit = usePlanEdit();
  return (
    <li className={classes.part} data-part={`needs/${list}/${id}`}>
      <div className={classes.partBody}>{children}</div>
      <RemoveButton
        label={t('app.at.remove', { part: name })}
        part={`needs/${list}/${id}`}
        onRemove={() => edit((plan) => withoutNeeded(plan, list, id))}
      />
    </li>
  );
}
