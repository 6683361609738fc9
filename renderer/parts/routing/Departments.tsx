import { withoutPart } from '../../../core/plan/edits/withoutPart.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { memoCard } from '../at/memoCard.ts';
import { PartCard } from '../at/PartCard.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import classes from './routing.module.css';
import { addDepartment, usesOfDepartment } from './ruleEdits.ts';

/** Departments that answer questions of the teams, and how long they take. */
export const Departments = memoCard(
  ({ plan }: { plan: Plan }) => {
    const { t, say, format, language } = useText();
    const edit = usePlanEdit();
    return (
      <>
        <div className={classes.rules}>
          {plan.departments.map((department) => {
            const at = ['departments', department.id];
            const count = usesOfDepartment(plan, department.id);
            return (
              <PartCard
                key={department.id}
                label={say(department.name)}
                at={at}
                name={
                  <TextAt
                    at={[...at, 'name']}
                    label={t('routing.departments.name')}
                    width={320}
                    value={department.name}
                  />
                }
                onRemove={() => edit((now) => withoutPart(now, 'departments', department.id))}
              >
                <LawAt
                  at={[...at, 'turnaround']}
                  label={t('routing.departments.turnaround')}
                  value={department.turnaround}
                />
                <p className={classes.summary}>
                  {count === 0
                    ? t('routing.departments.unused')
                    : t('routing.departments.used', { number: format.integer(count) })}
                </p>
              </PartCard>
            );
          })}
        </div>
        <div>
          <AddButton
            list="departments"
            label={t('routing.departments.add')}
            onAdd={() => edit((now) => addDepartment(now, { [language]: t('routing.departments.newName') }))}
          />
        </div>
      </>
    );
  },
  ['departments', 'outcomes'],
);
