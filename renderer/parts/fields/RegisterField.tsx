import { Select } from '@mantine/core';
import { useText } from '../../text/TextProvider.tsx';
import { currencies } from './currencies.ts';
import { fieldWidth } from './fieldWidth.ts';
import { isTimeZone } from './isTimeZone.ts';
import { timeZoneName, timeZoneNames } from './timeZoneNames.ts';

interface RegisterFieldProps<Value extends string | undefined> {
  readonly of: 'timeZone' | 'currency';
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** May be left open; says what that means. */
  readonly none?: string;
  readonly disabled?: boolean;
  readonly place?: string;
  readonly width?: number | string;
}

/** The place of a zone stands before its name. */
const widths = { timeZone: 340, currency: 230 } as const;

/** One time zone or currency of the registers, found by typing. */
export function RegisterField<Value extends string | undefined>(props: RegisterFieldProps<Value>) {
  const { of, label, value, onChange, none, disabled = false, place, width = widths[of] } = props;
  const { t, format, language } = useText();
  const labelled = (code: string) => ({ value: code, label: currencyLabel(format.currencyName(code), code) });
  const codes = [...new Set([...currencies, ...(value === undefined ? [] : [value])])];
  const data = of === 'timeZone' ? timeZones(value, language) : codes.map(labelled);
  return (
    <Select
      label={label}
      searchable
      limit={60}
      data={data}
      value={value ?? null}
      allowDeselect={false}
      clearable={none !== undefined}
      placeholder={none}
      disabled={disabled}
      data-at={place}
      nothingFoundMessage={t('basics.locale.notFound')}
      comboboxProps={{ withinPortal: false }}
      // Names of zones and codes of currencies are those of the registers, in any language.
      renderOption={({ option }) => <Registered code={option.value} label={option.label} />}
      {...fieldWidth(width)}
      onChange={(chosen) => {
        const next = chosen ?? undefined;
        if (next !== value && (next !== undefined || none !== undefined)) onChange(next as Value);
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

/** The zones that this machine knows, and the one in use; the register's name first, for it tells cities of one zone apart. */
function timeZones(own: string | undefined, language: string): { value: string; label: string }[] {
  const names = timeZoneNames(language);
  const zones = names.map(({ zone, name }) => ({ value: zone, label: `${zone} · ${name}` }));
  // Some names of the register are older ones of the same zone; what no machine knows stays to be mended.
  if (own === undefined || names.some(({ zone }) => zone === own)) return zones;
  const label = isTimeZone(own) ? `${own} · ${timeZoneName(own, language)}` : own;
  return [{ value: own, label }, ...zones];
}
