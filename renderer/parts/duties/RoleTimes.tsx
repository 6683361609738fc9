import type { RoleHours } from '../../../core/measures/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Section } from '../at/Section.tsx';
import { DataTable } from '../DataTable.tsx';
import { whoName } from './dutyWords.ts';

const columns = ['people', 'presence', 'contacts', 'dutiesBetween', 'reserved', 'dutiesReserved'] as const;

/** Where the time of each role goes in a week. */
export function RoleTimes({ plan, roles }: { plan: Plan; roles: readonly RoleHours[] }) {
  const texts = useText();
  const { t, format } = texts;
  const held = roles.filter(({ people }) => people > 0);
  if (held.length === 0) return null;
  const written = (value: number | null): string =>
    value === null ? NO_VALUE : format.number(value, { decimals: value < 10 ? 1 : 0, trim: true });
  return (
    <Section title={t('duties.roles.title')} intro={t('duties.roles.intro')}>
      <DataTable
        caption={t('duties.roles.title')}
        rowHead={t('duties.roles.role')}
        columns={columns.map((key) => ({ key, head: t(`duties.roles.${key}`) }))}
        rows={held.map((hours) => ({
          key: hours.role,
          head: <bdi>{whoName(texts, plan, { role: hours.role })}</bdi>,
          cells: columns.map((key) => written(hours[key])),
        }))}
      />
    </Section>
  );
}
