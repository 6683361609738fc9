import { useState } from 'react';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import classes from '../at/at.module.css';
import { Section } from '../at/Section.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { GoalCard } from './GoalCard.tsx';
import { GoalsStanding } from './GoalLights.tsx';
import { addGoal, type Kpi, kpis } from './goalKinds.ts';

/** What the organisation, its teams or their members are to reach beside the promises. */
export function GoalsEditor({ open }: { open: OpenPlan }) {
  const { plan } = open;
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const [next, setNext] = useState<Kpi>('customerSatisfaction');
  return (
    <Section title={t('report.section.goals')} intro={t('goals.intro')}>
      <GoalsStanding open={open}>
        <ul className={classes.list}>
          {plan.goals.map((goal) => (
            <li key={goal.id}>
              <GoalCard plan={plan} goal={goal} />
            </li>
          ))}
        </ul>
      </GoalsStanding>
      <div className={classes.choice}>
        <ChoiceField
          label={t('goals.next')}
          width={320}
          value={next}
          options={kpis.map((kpi) => ({ value: kpi, label: t(`goals.kpi.${kpi}`) }))}
          onChange={setNext}
        />
        <AddButton label={t('goals.add')} list="goals" onAdd={() => void edit((now) => addGoal(now, next))} />
      </div>
    </Section>
  );
}
