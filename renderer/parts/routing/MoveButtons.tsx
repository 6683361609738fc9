import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useDrawn } from '../../state/useDrawn.ts';
import { useText } from '../../text/TextProvider.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { useEditAt } from '../at/useEditAt.ts';

interface MoveButtonsProps {
  /** What is moved, in words. */
  readonly label: string;
  readonly list: Place;
  readonly position: number;
  readonly count: number;
}

/** Moves a part of an ordered list by one. The keyboard stays on the part that moves. */
export function MoveButtons({ label, list, position, count }: MoveButtonsProps) {
  const { t } = useText();
  const editAt = useEditAt();
  const canEdit = useCanEdit();
  const drawn = useDrawn();
  const place = placeText([...list, position]);
  const presses = useRef(0);
  const move = async (way: 'up' | 'down'): Promise<void> => {
    presses.current += 1;
    const press = presses.current;
    let to = position;
    const saving = editAt([...list, position], (_, now) => {
      // A second press comes before the first is drawn: the part stands elsewhere by then.
      to = Number(now.at(-1)) + (way === 'up' ? -1 : 1);
      return to < 0 || to >= count ? [] : [{ change: 'move', at: now, position: to }];
    });
    const isMoved = await drawn(saving);
    if (!isMoved || presses.current !== press) return;
    requestAnimationFrame(() => {
      const moved = placeText([...list, to]);
      const button = (which: string): HTMLButtonElement | null =>
        document.querySelector(`[data-move="${CSS.escape(`${moved}/${which}`)}"]`);
      const same = button(way);
      (same === null || same.disabled ? button(way === 'up' ? 'down' : 'up') : same)?.focus();
    });
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('routing.moveUp', { part: label })}
        data-move={`${place}/up`}
        disabled={!canEdit || position === 0}
        onClick={() => void move('up')}
      >
        <IconArrowUp size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('routing.moveDown', { part: label })}
        data-move={`${place}/down`}
        disabled={!canEdit || position >= count - 1}
        onClick={() => void move('down')}
      >
        <IconArrowDown size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  );
}
