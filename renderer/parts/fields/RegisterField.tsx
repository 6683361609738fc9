import { Select } from '@mantine/core';
import { useText } from '../../text/TextProvider.tsx';
import { currencies } from './currencies.ts';

interface RegisterFieldProps {
  readonly of: 'timeZone' | 'currency';
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly place?: string;
  readonly width?: number | string;
}

/** One time zone or currency of the registers, found by typing. */
export function RegisterField({
  of,
  label,
  value,
  onChange,
  disabled = false,
  place,
  width = 230,
}: RegisterFieldProps) {
  const { t, format } = useText();
  const labelled = (code: string) => ({ value: code, label: currencyLabel(format.currencyName(code), code) });
  const data = of === 'timeZone' ? timeZones(value) : [...new Set([...currencies, value])].map(labelled);
  return (
    <Select
      label={label}
      searchable
      limit={60}
      data={data}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      data-at={place}
      nothingFoundMessage={t('basics.locale.notFound')}
      comboboxProps={{ withinPortal: false }}
      // Names of zones and codes of currencies are those of the registers, in any language.
      renderOption={({ option }) => <Registered code={option.value} label={option.label} />}
      w={width}
      maw="100%"
      onChange={(chosen) => {
        if (chosen !== null && chosen !== value) onChange(chosen);
      }}
    />
  );
}

function Registered({ code, label }: { code: string; label: string }) {
  const [before, after] = label.split(code);
  return (
    <span>
      {before}
      <bdi lang="en">{code}</bdi>
      {after}
    </span>
  );
}

const currencyLabel = (name: string, code: string): string => (name === code ? code : `${name} (${code})`);

/** The zones that this machine knows, and the one in use. */
function timeZones(own: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([...known, 'UTC', own])].map((zone) => ({ value: zone, label: zone }));
}
