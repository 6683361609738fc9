import { Button } from '@mantine/core';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import classes from './demand.module.css';

interface FoldedPartProps {
  readonly at: Place;
  readonly name: string;
  /** What is said of it while it is closed. */
  readonly facts: readonly string[];
  readonly startsOpen?: boolean;
  readonly onRemove: () => void;
  readonly children: () => ReactNode;
}

/** One of many parts: a line that opens to its fields. They are made when it is opened, for there may be hundreds. */
export function FoldedPart({ at, name, facts, startsOpen = false, onRemove, children }: FoldedPartProps) {
  const { t } = useText();
  const canEdit = useCanEdit();
  const [open, setOpen] = useState(startsOpen);
  return (
    <li className={classes.folded} data-part={placeText(at)}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={`${classes.turning} mirrored`}>
            <IconChevronRight size={16} aria-hidden />
          </span>
          <bdi className={classes.name}>{name}</bdi>
          <span className={classes.facts}>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </span>
        </summary>
        {open && (
          <div className={classes.inside}>
            {children()}
            <div>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                disabled={!canEdit}
                data-remove={placeText(at)}
                onClick={onRemove}
              >
                {t('app.at.remove', { part: name })}
              </Button>
            </div>
          </div>
        )}
      </details>
    </li>
  );
}
