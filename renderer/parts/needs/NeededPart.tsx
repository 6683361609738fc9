import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
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
  const canEdit = useCanEdit();
  return (
    <li className={classes.part} data-part={`needs/${list}/${id}`}>
      <div className={classes.partBody}>{children}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={!canEdit}
        data-remove={`needs/${list}/${id}`}
        aria-label={t('app.at.remove', { part: name })}
        onClick={() => edit((plan) => withoutNeeded(plan, list, id))}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}
