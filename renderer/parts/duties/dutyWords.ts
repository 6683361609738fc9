// Duties, their holders and their findings in the words of the window.
import type { DutyHours, DutyValue } from '../../../core/measures/duties.ts';
import type { Duty } from '../../../core/plan/schema/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Params } from '../../../locales/translator.ts';
import { shareText } from '../../text/estimateText.ts';
import type { Texts } from '../../text/TextProvider.tsx';
import type { Who } from './dutyEdits.ts';

export const dutyName = ({ t, say }: Texts, { kind, name }: Pick<Duty, 'kind' | 'name'>): string =>
  say(name) || t(`duties.kind.${kind}`);

export function whoName({ t, say }: Texts, plan: Plan, { role, team }: Who): string {
  const roleName = role === undefined ? null : say(plan.roles.find(({ id }) => id === role)?.name) || role;
  const teamName = team === undefined ? null : say(plan.teams.find(({ id }) => id === team)?.name) || team;
  if (roleName !== null && teamName !== null)
    return t('duties.roleInTeam', { role: roleName, team: teamName });
  return roleName ?? teamName ?? t('duties.everyone');
}

/** The letters of the parts in the order of the list of parts. */
export const hoursText = ({ format }: Texts, hours: number): string =>
  format.unit(Math.round(hours * 10) / 10, 'hours');

/** What a duty takes, in a few words for a cell. */
export function spendingText(texts: Texts, hours: DutyHours | undefined): string {
  const { t, format } = texts;
  if (hours === undefined) return '';
  if (hours.hours === null) return t(`duties.spending.${hours.spending}`);
  const { low, high } = hours;
  const written =
    low !== null && high !== null
      ? t('duties.hoursRange', {
          hours: hoursText(texts, hours.hours),
          range: format.range(low, high, (value) => format.number(value, { decimals: 1, trim: true })),
        })
      : hoursText(texts, hours.hours);
  return hours.isAssumed ? t('duties.assumedHours', { hours: written }) : written;
}

export const valueParams = (texts: Texts, values: Readonly<Record<string, DutyValue>>): Params =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(texts, value)]));

function shown(texts: Texts, value: DutyValue): string {
  const { format, say } = texts;
  switch (value.kind) {
    case 'name':
      return say(value.name);
    case 'names':
      return format.list(value.names.slice(0, 4).map(say)) + (value.names.length > 4 ? ' …' : '');
    case 'duty':
      return dutyName(texts, { kind: value.dutyKind, ...(value.name !== null && { name: value.name }) });
    case 'hours':
      return hoursText(texts, value.value);
    case 'share':
      return shareText(format, value.value);
    case 'number':
      return format.number(value.value, { decimals: value.value < 100 ? 1 : 0, trim: true });
  }
}
