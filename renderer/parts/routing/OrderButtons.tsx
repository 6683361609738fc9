import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { placeText } from '../at/useAt.ts';
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
  const remove = useRemoval({ least });
  return (
    <span className={classes.actions}>
      <MoveButtons label={label} list={list} position={position} count={count} />
      <RemoveButton
        label={t('app.at.remove', { part: label })}
        part={placeText([...list, position])}
        disabled={count <= least}
        onRemove={() => void remove([...list, position])}
      />
    </span>
  );
}
