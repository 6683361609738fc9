import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { NumberAt } from '../at/NumberAt.tsx';
import { PartCard } from '../at/PartCard.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { TextAt } from '../at/TextAt.tsx';
import classes from './People.module.css';
import { addContract } from './peopleEdits.ts';

const figures = [
  { field: 'costPerMonth', as: 'money' },
  { field: 'costPerHour', as: 'money' },
  { field: 'toolCostPerSeatPerMonth', as: 'money' },
  { field: 'trainingHoursPerMonth', as: 'hours' },
  { field: 'hiringCost', as: 'money' },
  { field: 'hiringWeeks', as: 'number' },
  { field: 'attritionPerYear', as: 'share' },
] as const;

/** Contracts: hours, pay, tools, training, and what it takes to find people and to keep them. */
export function ContractCards({ plan }: { plan: Plan }) {
  const { t, say, language, format } = useText();
  const edit = useSession((session) => session.edit);
  const currency = format.unitName('money');
  return (
    <Section title={t('people.contract.title')} intro={t('people.contract.intro')}>
      <div className={classes.cards}>
        {plan.contracts.map((contract) => {
          const at = ['contracts', contract.id];
          const groups = plan.teams.flatMap((team) =>
            team.groups.filter((group) => group.contract === contract.id),
          );
          return (
            <PartCard
              key={contract.id}
              label={say(contract.name)}
              at={at}
              name={
                <TextAt
                  at={[...at, 'name']}
                  label={t('people.contract.name')}
                  value={contract.name}
                  width="100%"
                />
              }
              onRemove={() => void edit(withoutPart(plan, 'contracts', contract.id))}
            >
              <div className={`${classes.fields} ${classes.costs}`}>
                <NumberAt
                  at={[...at, 'hoursPerWeek']}
                  label={t('people.contract.hoursPerWeek')}
                  value={contract.hoursPerWeek}
                  low={0.5}
                  high={168}
                  width="100%"
                />
                {figures.map(({ field, as }) => (
                  <QuantityAt
                    key={field}
                    at={[...at, field]}
                    label={t.dynamic('people.contract', field, { currency })}
                    value={contract[field]}
                    as={as}
                    optional
                    width="100%"
                  />
                ))}
              </div>
              <p className={classes.hint}>{t('people.contract.held', { count: groups.length })}</p>
            </PartCard>
          );
        })}
      </div>
      <div>
        <AddButton
          label={t('people.contract.add')}
          list="contracts"
          onAdd={() => void edit((now) => addContract(now, { [language]: t('people.contract.newName') }))}
        />
      </div>
    </Section>
  );
}
