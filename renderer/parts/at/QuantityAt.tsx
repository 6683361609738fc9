import type { Quantity } from '../../../core/plan/schema/elements.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { type NumberKind, useNumberText } from '../fields/useNumberText.ts';
import classes from './at.module.css';
import { longestSeconds } from './DurationAt.tsx';
import { optionally } from './optionally.ts';
import { SureFields } from './SureFields.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface QuantityAtProps extends AtProps {
  readonly value: Quantity | undefined;
  /** A duration is in seconds. */
  readonly as: NumberKind | 'duration';
  readonly low?: number;
  readonly high?: number;
  readonly optional?: boolean;
  /** What holds where nothing is said, in pale ink. */
  readonly placeholder?: string;
}

type Stated = Exclude<Quantity, number>;

/** No line begins with the dot between two notes. */
const noBreak = '\u00a0';

/** A number that may be a range, may be assumed, and can say where it comes from. */
export function QuantityAt(props: QuantityAtProps) {
  const { at, label, hideLabel = false, value, as, optional = false, width = 150 } = props;
  const { low = 0, high = as === 'share' ? 1 : Number.POSITIVE_INFINITY } = props;
  const { t, format } = useText();
  const { give, place, disabled } = useAt(at);
  const number = useNumberText({ as: as === 'duration' ? 'number' : as, low, high });
  const duration = useDurationText(low, Math.min(high, longestSeconds));
  const { write, read } = as === 'duration' ? duration : number;
  /** A duration is written in words, which go as the language goes. */
  const direction = as === 'duration' ? { dir: 'auto' as const } : {};
  const stated: Stated | undefined = typeof value === 'number' ? { value } : value;
  /** The unit and the word for millions once, if no digit is lost by it. */
  const rangeText = (from: number, to: number): string => {
    if (as === 'duration') return format.durationRange(from, to);
    const isRound = [from, to].every((end) => end === Number(end.toPrecision(3)));
    return as === 'money' && isRound ? format.bareMoneyRange(from, to) : format.range(from, to, write);
  };
  /** A number alone where nothing else is said of it. */
  const tell = (next: Stated): void => {
    void give(Object.keys(next).length === 1 ? next.value : next);
  };
  const notes = [
    stated?.low !== undefined && stated.high !== undefined ? rangeText(stated.low, stated.high) : null,
    stated?.assumed === true ? t('app.at.assumed') : null,
  ].filter((note) => note !== null);
  const end = (which: 'low' | 'high', shown: Stated) => (
    <CommitField
      label={t(`app.at.${which}`)}
      value={shown[which]}
      {...optionally(true, write, read)}
      {...direction}
      inputMode="decimal"
      disabled={disabled}
      place={`${place}/${which}`}
      width={126}
      onCommit={(given) => {
        const { [which]: _, ...rest } = shown;
        tell(given === undefined ? rest : { ...rest, [which]: given });
      }}
    />
  );
  return (
    <div
      className={classes.quantity}
      data-kind="quantity"
      {...(typeof width === 'string' && { style: { inlineSize: width } })}
    >
      <CommitField
        label={label}
        hideLabel={hideLabel}
        value={stated?.value}
        {...optionally(optional, write, read)}
        {...direction}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
        inputMode="decimal"
        place={place}
        disabled={disabled}
        width={typeof width === 'string' ? '100%' : width}
        onCommit={(given) => {
          if (given === undefined) give(undefined);
          else tell({ ...stated, value: given });
        }}
        {...(stated !== undefined && {
          end: (
            <SureFields
              label={label}
              place={place}
              value={stated}
              onChange={tell}
              disabled={disabled}
              ends={
                <div className={classes.pair}>
                  {end('low', stated)}
                  {end('high', stated)}
                </div>
              }
            />
          ),
        })}
      />
      {notes.length > 0 && <p className={classes.note}>{notes.join(`${noBreak}· `)}</p>}
    </div>
  );
}
