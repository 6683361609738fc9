import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useDrawn } from '../../state/useDrawn.ts';
import { useText } from '../../text/TextProvider.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';

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
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const drawn = useDrawn();
  const place = placeText([...list, position]);
  /** Where the part is by now: a second press comes before the first is drawn. */
  const ahead = useRef<number | null>(null);
  const move = async (way: 'up' | 'down'): Promise<void> => {
    const from = ahead.current ?? position;
    const to = way === 'up' ? from - 1 : from + 1;
    if (to < 0 || to >= count) return;
    ahead.current = to;
    const isMoved = await drawn(edit([{ change: 'move', at: [...list, from], position: to }]));
    if (ahead.current !== to) return;
    ahead.current = null;
    if (!isMoved) return;
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
