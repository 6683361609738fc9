import type { Unit } from '../../core/measures/catalogue.ts';
import { useText } from './TextProvider.tsx';

/** The unit of a column or a chart in lighter ink; times and shares carry theirs with each number. */
export function UnitName({ unit }: { unit: Unit }) {
  const { t, format } = useText();
  const name =
    unit === 'contactsPerDay'
      ? t('app.unit.contactsPerDay')
      : unit === 'contacts' || unit === 'agents'
        ? format.unitName(unit)
        : '';
  return name === '' ? null : <span className="unit-name"> {name}</span>;
}
