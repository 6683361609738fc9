import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { TextListAt } from '../at/TextListAt.tsx';

/** The company that the organisation supports. */
export function CompanyFields({ plan: { company } }: { plan: Plan }) {
  const { t } = useText();
  return (
    <Section title={t('basics.company.title')} intro={t('basics.company.intro')}>
      <FieldGrid>
        <TextAt at={['company', 'name']} label={t('basics.company.name')} value={company.name} optional />
        <QuantityAt
          at={['company', 'customers']}
          label={t('basics.company.customers')}
          value={company.customers}
          as="whole"
          optional
        />
      </FieldGrid>
      <TextAt
        at={['company', 'industry']}
        label={t('basics.company.industry')}
        value={company.industry}
        optional
        width={480}
      />
      <TextAt
        at={['company', 'philosophy']}
        label={t('basics.company.philosophy')}
        value={company.philosophy}
        optional
        long
        width="100%"
      />
      <TextListAt
        at={['company', 'products']}
        label={t('basics.company.products')}
        value={company.products}
        first={t('basics.company.newProduct')}
        addLabel={t('basics.company.addProduct')}
      />
      <TextListAt
        at={['company', 'strategies']}
        label={t('basics.company.strategies')}
        value={company.strategies}
        first={t('basics.company.newStrategy')}
        addLabel={t('basics.company.addStrategy')}
      />
    </Section>
  );
}
