import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { ManyAt } from '../at/ManyAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { GoalLights } from './GoalLights.tsx';
import { goalKinds, kpis, type PlanGoal, scaleFacts, setKpi, setScale } from './goalKinds.ts';

const holders = ['organisation', 'team', 'member'] as const;

interface GoalCardProps {
  readonly plan: Plan;
  readonly goal: PlanGoal;
}

/** One goal: which figure, how much of it, and who is held to it. */
export function GoalCard({ plan, goal }: GoalCardProps) {
  const { t, say } = useText();
  const edit = useSession((session) => session.edit);
  const disabled = !useCanEdit();
  const at = ['goals', goal.id];
  const { scales, side } = goalKinds[goal.kpi];
  const name = t(`goals.kpi.${goal.kpi}`);
  return (
    <PartCard
      at={at}
      label={name}
      name={
        <ChoiceField
          label={t('goals.figure')}
          width={320}
          value={goal.kpi}
          options={kpis.map((kpi) => ({ value: kpi, label: t(`goals.kpi.${kpi}`) }))}
          disabled={disabled}
          place={placeText([...at, 'kpi'])}
          onChange={(kpi) => void edit(setKpi(goal, kpi))}
        />
      }
      onRemove={() => void edit([{ change: 'remove', at }])}
    >
      <FieldGrid>
        <QuantityAt
          at={[...at, 'threshold']}
          label={t(`goals.side.${side}`)}
          value={goal.threshold}
          width={200}
          {...scaleFacts[goal.scale]}
        />
        <ChoiceField
          label={t('goals.scale')}
          value={goal.scale}
          options={scales.map((scale) => ({ value: scale, label: t(`goals.scales.${scale}`) }))}
          disabled={disabled || scales.length < 2}
          place={placeText([...at, 'scale'])}
          onChange={(scale) => void edit(setScale(goal, scale))}
        />
        <ChoiceAt
          at={[...at, 'appliesTo']}
          label={t('goals.appliesTo')}
          value={goal.appliesTo}
          width={240}
          usual="organisation"
          options={holders.map((holder) => ({ value: holder, label: t(`goals.holders.${holder}`) }))}
        />
        {goal.appliesTo !== 'organisation' && (
          <ManyAt
            at={[...at, 'teams']}
            label={t('report.part.teams')}
            value={goal.teams}
            none={t('app.at.filter.teams.all')}
            options={partsOf(plan.teams, say)}
          />
        )}
      </FieldGrid>
      <GoalLights id={goal.id} />
    </PartCard>
  );
}
