import type { CSSProperties, ReactNode } from 'react';
import type { Place } from '../../../core/plan/edits/command.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './at.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import { placeText } from './useAt.ts';

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
  const remove = t('app.at.remove', { part: label });
  return (
    <article className={classes.card} aria-label={label} data-part={placeText(at)}>
      <div className={classes.cardHead}>
        {name}
        <span className={classes.cardActions}>
          {actions}
          {onRemove !== undefined && (
            <RemoveButton label={remove} part={placeText(at)} hasTip onRemove={onRemove} />
          )}
        </span>
      </div>
      {children}
    </article>
  );
}

interface FieldGridProps {
  /** Pixels that a field has at least, where the window is that wide. */
  readonly least?: number;
  readonly children: ReactNode;
}

/** Fields side by side, as many as there is room for. */
export function FieldGrid({ least = 240, children }: FieldGridProps) {
  return (
    <div className={classes.fields} style={{ '--least': `${least}px` } as CSSProperties}>
      {children}
    </div>
  );
}
