import type { Law } from '../../../core/plan/schema/law.ts';
import { useText } from '../../text/TextProvider.tsx';
import { CommitField, type Read } from '../fields/CommitField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { useNumberText } from '../fields/useNumberText.ts';
import { longestSeconds } from './DurationAt.tsx';

interface LawFieldsProps<Kind extends Law = Law> {
  readonly law: Kind;
  readonly onChange: (law: Law) => void;
  readonly disabled: boolean;
  readonly place: string;
}

type Fields = Omit<LawFieldsProps, 'law'>;
const shortest = 0.001;

/** The figures that a law of its kind has. */
export function LawFields({ law, ...rest }: LawFieldsProps) {
  switch (law.law) {
    case 'exponential':
      return <Seconds name="meanSeconds" label="mean" law={law} {...rest} />;
    case 'lognormal':
    case 'gamma':
      return (
        <>
          <Seconds name="meanSeconds" label="mean" law={law} {...rest} />
          <Plain name="cv" low={0.001} high={20} law={law} {...rest} />
        </>
      );
    case 'weibull':
      return (
        <>
          <Seconds name="scaleSeconds" label="scale" law={law} {...rest} />
          <Plain name="shape" low={0.1} high={100} law={law} {...rest} />
        </>
      );
    case 'uniform':
      return (
        <>
          <Seconds name="lowSeconds" label="shortest" low={0} high={law.highSeconds} law={law} {...rest} />
          <Seconds name="highSeconds" label="longest" low={law.lowSeconds} law={law} {...rest} />
        </>
      );
    case 'deterministic':
      return <Seconds name="seconds" label="always" low={0} law={law} {...rest} />;
    case 'mixture':
      return <Parts law={law} {...rest} />;
    case 'empirical':
      return <Values law={law} {...rest} />;
    case 'never':
      return null;
  }
}

type SecondsName = 'meanSeconds' | 'scaleSeconds' | 'lowSeconds' | 'highSeconds' | 'seconds';

interface SecondsProps extends LawFieldsProps {
  readonly name: SecondsName;
  readonly label: 'mean' | 'scale' | 'shortest' | 'longest' | 'always';
  readonly low?: number;
  readonly high?: number;
}

function Seconds({ name, label, law, onChange, disabled, place, low = shortest, high }: SecondsProps) {
  const { t } = useText();
  const value = (law as Partial<Record<SecondsName, number>>)[name] ?? 0;
  return (
    <DurationField
      label={t(`app.at.law.${label}`)}
      low={low}
      high={high ?? longestSeconds}
      width={172}
      value={value}
      disabled={disabled}
      place={`${place}/${name}`}
      onCommit={(seconds) => onChange({ ...law, [name]: seconds } as Law)}
    />
  );
}

interface PlainProps extends LawFieldsProps {
  readonly name: 'cv' | 'shape';
  readonly low: number;
  readonly high: number;
}

function Plain({ name, low, high, law, onChange, disabled, place }: PlainProps) {
  const { t } = useText();
  const text = useNumberText({ as: 'number', low, high });
  return (
    <CommitField
      label={t(`app.at.law.${name}`)}
      {...text}
      inputMode="decimal"
      width={110}
      value={(law as Partial<Record<'cv' | 'shape', number>>)[name] ?? 0}
      disabled={disabled}
      place={`${place}/${name}`}
      onCommit={(value) => onChange({ ...law, [name]: value } as Law)}
    />
  );
}

/** '70 % 3 min; 30 % 12 min', a part a line. */
function Parts({
  law,
  onChange,
  disabled,
  place,
}: Fields & { readonly law: Extract<Law, { law: 'mixture' }> }) {
  const { t } = useText();
  const share = useNumberText({ as: 'share', low: 0, high: 1 });
  const span = useDurationText(shortest, longestSeconds);
  const write = (parts: typeof law.parts): string =>
    parts.map((part) => `${share.write(part.share)}  ${span.write(part.meanSeconds)}`).join('\n');
  const read = (text: string): Read<typeof law.parts> => {
    const parts: typeof law.parts = [];
    for (const line of text.split(/[\n;\u061B]/).map((one) => one.trim())) {
      if (line === '') continue;
      // The share ends with its sign or at the first blank.
      const [, first = '', second = ''] = /^(\S+?\s*[%\u066A]|\S+)\s+(.*)$/u.exec(line) ?? [];
      const [ofShare, ofSpan] = [share.read(first), span.read(second)];
      if (!ofShare.ok || ofShare.value <= 0 || !ofSpan.ok)
        return { ok: false, message: t('app.unread.mixtureLine', { line }) };
      parts.push({ share: ofShare.value, meanSeconds: ofSpan.value });
    }
    const sum = parts.reduce((total, part) => total + part.share, 0);
    return Math.abs(sum - 1) < 1e-9
      ? { ok: true, value: parts }
      : { ok: false, message: t('app.unread.sharesSum', { sum: share.write(sum) }) };
  };
  return (
    <CommitField
      label={t('app.at.law.parts')}
      description={t('app.at.law.partsDetail')}
      long
      dir="auto"
      width={260}
      value={law.parts}
      write={write}
      read={read}
      disabled={disabled}
      place={`${place}/parts`}
      onCommit={(parts) => onChange({ ...law, parts })}
    />
  );
}

/** Measured times, as they are pasted from a sheet. */
function Values({
  law,
  onChange,
  disabled,
  place,
}: Fields & { readonly law: Extract<Law, { law: 'empirical' }> }) {
  const { t } = useText();
  const span = useDurationText(0, longestSeconds);
  const read = (text: string): Read<typeof law.valuesSeconds> => {
    const values: number[] = [];
    for (const piece of text.split(/[\n\t;\u061B]/).map((one) => one.trim())) {
      if (piece === '') continue;
      const found = span.read(piece);
      if (!found.ok) return { ok: false, message: t('app.unread.inList', { piece, why: found.message }) };
      values.push(found.value);
    }
    return values.length > 0 ? { ok: true, value: values } : { ok: false, message: t('app.unread.empty') };
  };
  return (
    <CommitField
      label={t('app.at.law.values')}
      description={t('app.at.law.valuesDetail', { count: law.valuesSeconds.length })}
      long
      dir="auto"
      width={260}
      value={law.valuesSeconds}
      write={(values) => values.map(span.write).join('\n')}
      read={read}
      disabled={disabled}
      place={`${place}/valuesSeconds`}
      onCommit={(valuesSeconds) => onChange({ ...law, valuesSeconds })}
    />
  );
}
