import type { DutyPart } from '../../../core/plan/schema/duties.ts';
import { useText } from '../../text/TextProvider.tsx';
import classes from './Duties.module.css';

/** The letter of a part; its word stands beside it or is read out with the cell. */
export function PartMark({ part }: { part: DutyPart }) {
  const { t } = useText();
  return (
    <span className={classes.mark} data-part-of={part} aria-hidden>
      {t(`duties.part.${part}.letter`)}
    </span>
  );
}
