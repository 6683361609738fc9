import { lawMean } from '../../../core/plan/lawMean.ts';
import type { Law } from '../../../core/plan/schema/law.ts';
import { useText } from '../../text/TextProvider.tsx';
import { longestSeconds } from '../at/DurationAt.tsx';
import { type AtProps, useAt } from '../at/useAt.ts';
import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { withMean } from './handlingCells.ts';

/** The mean of a law, inside a sentence; the shape of the law stays. */
export function MeanAt({ at, value, width = 172, ...props }: AtProps & { readonly value: Law }) {
  const { t } = useText();
  const { give, place, disabled } = useAt(at);
  const { write, read } = useDurationText(0.001, longestSeconds);
  return (
    <CommitField
      {...props}
      width={width}
      dir="auto"
      value={lawMean(value)}
      write={(seconds) => (Number.isFinite(seconds) ? write(seconds) : t('app.at.law.kinds.never'))}
      read={read}
      place={place}
      disabled={disabled}
      onCommit={(seconds) => give(withMean(value, seconds))}
    />
  );
}
