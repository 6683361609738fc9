import type { ReactNode } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import { placeText } from '../at/useAt.ts';
import { OrderButtons } from './OrderButtons.tsx';
import classes from './routing.module.css';

interface RuleCardProps {
  /** What the rule is called, with its number. */
  readonly label: string;
  readonly list: Place;
  readonly position: number;
  readonly count: number;
  /** The rule by its id, where it has one. */
  readonly id?: string | undefined;
  /** Whether it counts for the contact that is looked at. */
  readonly applies: boolean;
  readonly least?: number;
  /** Its sentence, beside the buttons. */
  readonly head: ReactNode;
  readonly children?: ReactNode;
}

/** One rule of an ordered list: its number, its sentence, and the buttons that move it. */
export function RuleCard({
  label,
  list,
  position,
  count,
  id,
  applies,
  least,
  head,
  children,
}: RuleCardProps) {
  const { format } = useText();
  return (
    <li
      className={classes.rule}
      aria-label={label}
      tabIndex={-1}
      data-part={placeText([...list, id ?? position])}
      data-rule={`${list[0]}/${position}`}
      data-applies={applies || undefined}
    >
      <span className={classes.number}>{format.integer(position + 1)}</span>
      <div className={classes.sentence}>{head}</div>
      <OrderButtons
        label={label}
        list={list}
        position={position}
        count={count}
        {...(least !== undefined && { least })}
      />
      {children !== undefined && <div className={classes.below}>{children}</div>}
    </li>
  );
}
