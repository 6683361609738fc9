import type { Law } from '../../../core/plan/schema/law.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import classes from './at.module.css';
import { longestSeconds } from './DurationAt.tsx';
import { LawFields } from './LawFields.tsx';
import { lawKinds, lawOfKind } from './lawKinds.ts';
import { optionally } from './optionally.ts';
import { SureFields } from './SureFields.tsx';
import { type AtProps, useAt } from './useAt.ts';

interface LawAtProps extends Omit<AtProps, 'width'> {
  readonly value: Law | undefined;
  /** May be absent; `none` says what holds then. */
  readonly optional?: boolean;
  readonly none?: string;
}

const absent = 'absent';

/** A law of times: its kind, its figures, and how sure they are. */
export function LawAt({ at, label, hideLabel = false, value, optional = false, none }: LawAtProps) {
  const { t, format } = useText();
  const { give, place, disabled } = useAt(at);
  const kinds = lawKinds.map((kind) => ({ value: kind as string, label: t(`app.at.law.kinds.${kind}`) }));
  const options = optional ? [{ value: absent, label: none ?? t('app.at.law.absent') }, ...kinds] : kinds;
  const range = value === undefined || value.law === 'never' ? undefined : value;
  const notes = [
    range?.meanLowSeconds !== undefined && range.meanHighSeconds !== undefined
      ? format.durationRange(range.meanLowSeconds, range.meanHighSeconds)
      : null,
    value?.assumed === true ? t('app.at.assumed') : null,
  ].filter((note) => note !== null);
  return (
    <fieldset className={classes.law} data-at={place} data-kind="law" aria-label={label}>
      <div className={classes.lawFields}>
        <ChoiceField<string>
          label={hideLabel ? t('app.at.law.kind') : label}
          width={300}
          options={options}
          value={value?.law ?? absent}
          disabled={disabled}
          place={`${place}/law`}
          onChange={(chosen) => {
            const kind = lawKinds.find((one) => one === chosen);
            give(kind === undefined ? undefined : lawOfKind(kind, value));
          }}
        />
        {value !== undefined && (
          <>
            <LawFields law={value} onChange={give} disabled={disabled} place={place} />
            <SureFields
              label={label}
              place={place}
              value={value}
              onChange={give}
              disabled={disabled}
              {...(range !== undefined && {
                ends: <MeanRange law={range} onChange={give} disabled={disabled} place={place} />,
              })}
            />
          </>
        )}
      </div>
      {notes.length > 0 && <p className={classes.note}>{notes.join(' · ')}</p>}
    </fieldset>
  );
}

interface MeanRangeProps {
  readonly law: Exclude<Law, { law: 'never' }>;
  readonly onChange: (law: Law) => void;
  readonly disabled: boolean;
  readonly place: string;
}

/** The mean lies between two times. */
function MeanRange({ law, onChange, disabled, place }: MeanRangeProps) {
  const { t } = useText();
  const { write, read } = useDurationText(0.001, longestSeconds);
  const field = (name: 'meanLowSeconds' | 'meanHighSeconds') => (
    <CommitField
      label={t(`app.at.law.${name}`)}
      value={law[name]}
      {...optionally(true, write, read)}
      dir="auto"
      width={126}
      disabled={disabled}
      place={`${place}/${name}`}
      onCommit={(seconds) => {
        const { [name]: _, ...rest } = law;
        onChange((seconds === undefined ? rest : { ...rest, [name]: seconds }) as Law);
      }}
    />
  );
  return (
    <div className={classes.pair}>
      {field('meanLowSeconds')}
      {field('meanHighSeconds')}
    </div>
  );
}
