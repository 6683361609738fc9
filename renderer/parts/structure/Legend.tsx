import { type WayKind, wayKinds } from '../../../core/plan/ways.ts';
import { useText } from '../../text/TextProvider.tsx';
import { type Arrow, arrowLooks } from './arrows.ts';
import classes from './Structure.module.css';

interface LegendProps {
  readonly arrows: readonly Arrow[];
  readonly hidden: ReadonlySet<WayKind>;
  readonly onToggle: (kind: WayKind) => void;
}

/** What the arrows mean; each kind can be hidden, and is struck through then, as in the legend of a chart. */
export function Legend({ arrows, hidden, onToggle }: LegendProps) {
  const { t } = useText();
  const kinds = wayKinds.filter((kind) => arrows.some(({ way }) => way.kind === kind));
  if (kinds.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label={t('structure.legend')}>
      {kinds.map((kind) => (
        <li key={kind}>
          <label className={classes.kind}>
            <input
              type="checkbox"
              checked={!hidden.has(kind)}
              data-kind={kind}
              onChange={() => onToggle(kind)}
            />
            <svg className={classes.sample} viewBox="0 0 20 10" aria-hidden="true">
              <path
                d="M0 5H20"
                fill="none"
                strokeWidth="2"
                stroke={`var(${arrowLooks[kind].colour})`}
                strokeDasharray={arrowLooks[kind].dash === '' ? undefined : arrowLooks[kind].dash}
              />
            </svg>
            <span>{t(`structure.way.${kind}`)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
