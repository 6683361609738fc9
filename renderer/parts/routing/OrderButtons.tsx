import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { MoveButtons } from './MoveButtons.tsx';
import classes from './routing.module.css';

interface OrderButtonsProps {
  /** What is moved and removed, in words. */
  readonly label: string;
  readonly list: Place;
  readonly position: number;
  readonly count: number;
  /** At least so many stay. */
  readonly least?: number;
}

/** Moves a part of an ordered list by one, or takes it out. */
export function OrderButtons({ label, list, position, count, least = 0 }: OrderButtonsProps) {
  const { t } = useText();
  const remove = useRemoval(least);
  const canEdit = useCanEdit();
  return (
    <span className={classes.actions}>
      <MoveButtons label={label} list={list} position={position} count={count} />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('app.at.remove', { part: label })}
        data-remove={placeText([...list, position])}
        disabled={!canEdit || count <= least}
        onClick={() => void remove([...list, position])}
      >
        <IconTrash size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </span>
  );
}
