import { ManyField } from '../fields/ManyField.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface ManyAtProps extends AtProps {
  readonly value: readonly string[] | undefined;
  /** What an empty choice means, such as 'all channels'. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** So many stay chosen; absent: none need to. */
  readonly least?: number;
}

/** Any number of parts of the plan, by id; an empty choice takes the field out. */
export function ManyAt({ at, value = [], hideLabel = false, least = 0, ...props }: ManyAtProps) {
  const { give, place, disabled } = useAt(at);
  return (
    <ManyField
      {...props}
      hideLabel={hideLabel}
      value={value}
      place={place}
      disabled={disabled}
      onChange={async (chosen) => chosen.length >= least && give(chosen.length === 0 ? undefined : chosen)}
    />
  );
}
