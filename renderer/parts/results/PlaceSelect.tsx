import { type ComboboxItem, type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import { matches } from '../../../core/plan/foldText.ts';
import { useText } from '../../text/TextProvider.tsx';
import type { PlaceGroup } from './usePlaces.ts';

interface PlaceSelectProps {
  readonly label: string;
  readonly value: string;
  readonly groups: PlaceGroup[];
  readonly onChange: (value: string) => void;
}

/** One place of the organisation; many are found by typing. */
export function PlaceSelect({ label, value, groups, onChange }: PlaceSelectProps) {
  const { t } = useText();
  return (
    <Select
      label={label}
      w={480}
      maw="100%"
      value={value}
      allowDeselect={false}
      searchable={groups.flatMap(({ items }) => items).length > 8}
      filter={foldedFilter}
      nothingFoundMessage={t('app.load.nothingFound')}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      data={groups}
    />
  );
}

// What is typed on an Arabic keyboard finds what was written on a Persian one.
const foldedFilter: OptionsFilter = ({ options, search }) => {
  const fits = ({ label }: ComboboxItem): boolean => matches(label, search);
  return options.flatMap((option): ComboboxParsedItem<string>[] => {
    if (!('group' in option)) return fits(option) ? [option] : [];
    const items = option.items.filter(fits);
    return items.length === 0 ? [] : [{ ...option, items }];
  });
};
