import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Section } from '../at/Section.tsx';
import { SwitchAt } from '../at/SwitchAt.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { TextListAt } from '../at/TextListAt.tsx';

/** Name and purpose of the plan, and what its readers should know. */
export function PlanFields({ plan }: { plan: Plan }) {
  const { t } = useText();
  return (
    <Section title={t('basics.plan.title')}>
      <TextAt at={['name']} label={t('basics.plan.name')} value={plan.name} width={420} />
      <TextAt
        at={['description']}
        label={t('basics.plan.description')}
        value={plan.description}
        optional
        long
        width="100%"
      />
      <TextListAt
        at={['notes']}
        label={t('basics.plan.notes')}
        value={plan.notes}
        first={t('basics.plan.newNote')}
        addLabel={t('basics.plan.addNote')}
        long
      />
      <SwitchAt
        at={['incomplete']}
        label={t('basics.plan.incomplete')}
        description={t('basics.plan.incompleteDetail')}
        value={plan.incomplete}
      />
    </Section>
  );
}
