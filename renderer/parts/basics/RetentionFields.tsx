import { Button } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { FieldGrid } from '../at/PartCard.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { useCanEdit } from '../at/useAt.ts';

const at = ['company', 'retention'];

/** How many customers stayed over the last period: ((C − B) / A) × 100. */
export function RetentionFields({ plan: { company } }: { plan: Plan }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const { retention } = company;
  const start = { customersAtStart: 1000, customersGained: 0, customersAtEnd: 1000 };
  return (
    <Section title={t('basics.retention.title')} intro={t('basics.retention.intro')}>
      {retention !== undefined && (
        <FieldGrid>
          <QuantityAt
            at={[...at, 'customersAtStart']}
            label={t('basics.retention.atStart')}
            value={retention.customersAtStart}
            as="whole"
          />
          <QuantityAt
            at={[...at, 'customersGained']}
            label={t('basics.retention.gained')}
            value={retention.customersGained}
            as="whole"
          />
          <QuantityAt
            at={[...at, 'customersAtEnd']}
            label={t('basics.retention.atEnd')}
            value={retention.customersAtEnd}
            as="whole"
          />
          <QuantityAt
            at={[...at, 'acquisitionCost']}
            label={t('basics.retention.acquisitionCost')}
            value={retention.acquisitionCost}
            as="money"
            optional
          />
        </FieldGrid>
      )}
      <div>
        <Button
          variant="default"
          disabled={!canEdit}
          data-add={retention === undefined ? at.join('/') : undefined}
          onClick={() =>
            void edit([
              retention === undefined ? { change: 'set', at, value: start } : { change: 'remove', at },
            ])
          }
        >
          {t(retention === undefined ? 'basics.retention.add' : 'basics.retention.remove')}
        </Button>
      </div>
    </Section>
  );
}
