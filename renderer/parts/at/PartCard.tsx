import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './at.module.css';
import { placeText, useCanEdit } from './useAt.ts';

interface PartCardProps {
  /** What it is called, for readers and for the button that takes it out. */
  readonly label: string;
  /** The field of its name, or its title. */
  readonly name: ReactNode;
  readonly at: Place;
  readonly onRemove?: () => void;
  /** More buttons at the end of the head. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Frame of one part of the plan: its name, the way to take it out, and its fields. */
export function PartCard({ label, name, at, onRemove, actions, children }: PartCardProps) {
  const { t } = useText();
  const canEdit = useCanEdit();
  const remove = t('app.at.remove', { part: label });
  return (
    <article className={classes.card} aria-label={label} data-part={placeText(at)}>
      <div className={classes.cardHead}>
        {name}
        <span className={classes.cardActions}>
          {actions}
          {onRemove !== undefined && (
            <Tooltip label={remove} withinPortal={false}>
              <ActionIcon
                variant="subtle"
                size="lg"
                color="gray"
                disabled={!canEdit}
                data-remove={placeText(at)}
                aria-label={remove}
                onClick={onRemove}
              >
                <IconTrash size={18} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </div>
      {children}
    </article>
  );
}

/** Fields side by side, as many as there is room for. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>;
}
