import { useAhead } from '../../state/useAhead.ts';
import classes from './needs.module.css';

interface PillsProps<Value extends string> {
  /** Of the question that they answer. */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly place: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: readonly Value[];
  readonly disabled: boolean;
  /** Returns what becomes of it, where it is an edit. */
  readonly onChange: (value: readonly Value[]) => unknown;
  /** Several can be chosen. */
  readonly many?: boolean;
}

/** All answers to a question at a glance, each a click; another click takes it back. */
export function Pills<Value extends string>(props: PillsProps<Value>) {
  const { label, hideLabel = true, place, options, disabled, many = false } = props;
  const [value, put] = useAhead(props.value, props.onChange);
  const toggle = (chosen: Value): void => {
    if (value.includes(chosen)) void put(value.filter((one) => one !== chosen));
    else void put(many ? [...value, chosen] : [chosen]);
  };
  return (
    <fieldset
      className={classes.pills}
      data-at={place}
      disabled={disabled}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <legend>{label}</legend>}
      {options.map((option) => (
        <label key={option.value} className={classes.pill} data-value={option.value}>
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
