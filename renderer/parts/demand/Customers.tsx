import { Button } from '@mantine/core';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './demand.module.css';
import { contactsOfCustomers, volumesFromCustomers } from './demandEdits.ts';
import { Section } from './Section.tsx';
import { totalOf } from './volumes.ts';

/** From the number of customers to volumes: what follows, and one step that sets the lines to it. */
export function Customers({ plan }: { plan: Plan }) {
  const { t, format } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const wanted = contactsOfCustomers(plan);
  const stated = totalOf(plan.demand, 'month');
  const whole = (contacts: number): string =>
    format.number(contacts, { decimals: contacts < 10 ? 1 : 0, trim: true });
  const differs = wanted !== undefined && Math.abs(wanted - stated) > 0.0005 * Math.max(wanted, stated);
  return (
    <Section id="customers" title={t('demand.customers.title')} explanation={t('demand.customers.intro')}>
      <div className={classes.row}>
        <QuantityAt
          at={['company', 'customers']}
          label={t('demand.customers.number')}
          value={plan.company.customers}
          as="number"
          optional
          width={200}
        />
        <QuantityAt
          at={['volumeModel', 'contactRatePerCustomerPerMonth']}
          label={t('demand.customers.rate')}
          value={plan.volumeModel.contactRatePerCustomerPerMonth}
          as="number"
          low={Number.MIN_VALUE}
          optional
          width={240}
        />
      </div>
      {wanted !== undefined && (
        <p className={classes.follows} data-follows={Math.round(wanted)}>
          <span>
            {stated === 0
              ? t('demand.customers.nothingStated', { wanted: whole(wanted) })
              : differs
                ? t('demand.customers.differs', { wanted: whole(wanted), stated: whole(stated) })
                : t('demand.customers.agrees', { wanted: whole(wanted) })}
          </span>
          {differs && stated > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={!canEdit}
              data-set-volumes
              onClick={() => void edit(volumesFromCustomers(plan))}
            >
              {t('demand.customers.set', { wanted: whole(wanted) })}
            </Button>
          )}
        </p>
      )}
    </Section>
  );
}
