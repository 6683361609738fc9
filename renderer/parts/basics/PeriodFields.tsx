import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DateAt } from '../at/DateAt.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { Section } from '../at/Section.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { lengthIn } from './periodEdits.ts';

const mostDays = 3660;
const mostContacts = 1_000_000_000;
const minutesOfDay = 1440;

/** From when and for how long the plan is looked at, and how finely. */
export function PeriodFields({ plan: { horizon } }: { plan: Plan }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const isDays = horizon.days !== undefined;
  return (
    <Section title={t('basics.period.title')} intro={t('basics.period.intro')}>
      <FieldGrid>
        <DateAt at={['horizon', 'start']} label={t('basics.period.start')} value={horizon.start} />
        <ChoiceField
          label={t('basics.period.lengthIn')}
          options={[
            { value: 'days', label: t('basics.period.inDays') },
            { value: 'contacts', label: t('basics.period.inContacts') },
          ]}
          value={isDays ? 'days' : 'contacts'}
          disabled={!canEdit}
          onChange={(unit) => void edit(lengthIn(unit, horizon))}
        />
        {isDays ? (
          <NumberAt
            at={['horizon', 'days']}
            label={t('basics.period.days')}
            value={horizon.days}
            low={1}
            high={mostDays}
            whole
          />
        ) : (
          <NumberAt
            at={['horizon', 'contacts']}
            label={t('basics.period.contacts')}
            value={horizon.contacts}
            low={1}
            high={mostContacts}
            whole
          />
        )}
        <NumberAt
          at={['horizon', 'warmUpDays']}
          label={t('basics.period.warmUpDays')}
          description={t('basics.period.warmUpDetail')}
          value={horizon.warmUpDays}
          low={0}
          high={mostDays}
        />
        <NumberAt
          at={['horizon', 'warmUpContacts']}
          label={t('basics.period.warmUpContacts')}
          value={horizon.warmUpContacts}
          low={0}
          high={mostContacts}
          whole
        />
        <NumberAt
          at={['horizon', 'intervalMinutes']}
          label={t('basics.period.interval')}
          value={horizon.intervalMinutes}
          low={1}
          high={minutesOfDay}
          whole
        />
      </FieldGrid>
    </Section>
  );
}
