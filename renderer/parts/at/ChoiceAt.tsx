import { ChoiceField } from '../fields/ChoiceField.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface ChoiceAtProps<Value extends string> extends AtProps {
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** What holds where nothing is said; to choose it takes the field out. */
  readonly usual?: Value;
  readonly description?: string;
}

/** One of a few. */
export function ChoiceAt<Value extends string>({ at, value, usual, ...props }: ChoiceAtProps<Value>) {
  const { give, place, disabled } = useAt(at);
  return (
    <ChoiceField<Value>
      {...props}
      // Without a value and without a usual one, nothing is chosen yet.
      value={value ?? usual ?? ('' as Value)}
      place={place}
      disabled={disabled}
      onChange={(chosen) => give(chosen === usual && value !== undefined ? undefined : chosen)}
    />
  );
}
