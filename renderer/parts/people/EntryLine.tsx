import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './People.module.css';

interface EntryLineProps {
  /** The entry; it is taken out of its list, or the list with it where it is the only one and may not be empty. */
  readonly at: Place;
  readonly label: string;
  readonly children: ReactNode;
}

/** One entry of a list in a group, with the way to take it out. */
export function EntryLine({ at, label, children }: EntryLineProps) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  return (
    <li>
      <div className={classes.entry}>{children}</div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        disabled={!canEdit}
        aria-label={t('app.at.remove', { part: label })}
        onClick={() => void edit([{ change: 'remove', at }])}
      >
        <IconTrash size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </li>
  );
}
