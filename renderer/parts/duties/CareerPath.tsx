import { Button, Text } from '@mantine/core';
import type { CareerReading } from '../../../core/measures/duties.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { skillName } from '../../../core/plan/skillName.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { AddButton } from '../at/AddButton.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { partsOf } from '../at/partsOf.ts';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { Section } from '../at/Section.tsx';
import { TextListAt } from '../at/TextListAt.tsx';
import { useCanEdit } from '../at/useAt.ts';
import classes from './Duties.module.css';
import { addCareerStep, type CareerStep, makeCareer, removeCareerStep } from './dutyEdits.ts';

/** How people grow from tier to tier, and the training that it takes. */
export function CareerPath({ plan, readings }: { plan: Plan; readings: readonly CareerReading[] }) {
  const { t } = useText();
  const edit = useSession((session) => session.edit);
  const canEdit = useCanEdit();
  const steps = plan.careerSteps ?? [];
  return (
    <Section title={t('duties.career.title')} intro={t('duties.career.intro')}>
      {plan.tiers.length < 2 && <p className={classes.fine}>{t('duties.career.noTiers')}</p>}
      <div className={classes.steps}>
        {steps.map((step) => (
          <StepCard
            key={step.id}
            plan={plan}
            step={step}
            reading={readings.find((reading) => reading.step === step.id)}
          />
        ))}
      </div>
      {plan.tiers.length >= 2 && (
        <span className={classes.tools}>
          {steps.length === 0 && (
            <Button
              variant="default"
              disabled={!canEdit}
              data-make="careerSteps"
              onClick={() => void edit(makeCareer(plan))}
            >
              {t('duties.career.make')}
            </Button>
          )}
          <AddButton
            label={t('duties.career.add')}
            list="careerSteps"
            onAdd={() => void edit((now) => addCareerStep(now))}
          />
        </span>
      )}
    </Section>
  );
}

function StepCard({
  plan,
  step,
  reading,
}: {
  plan: Plan;
  step: CareerStep;
  reading: CareerReading | undefined;
}) {
  const { t, say, format } = useText();
  const edit = useSession((session) => session.edit);
  const at = ['careerSteps', step.id];
  const name = (id: string): string => say(plan.tiers.find((tier) => tier.id === id)?.name) || id;
  const label = t('duties.career.step', { from: name(step.from), to: name(step.to) });
  const tiers = partsOf(plan.tiers, say);
  const facts = reading === undefined ? [] : factsOf(reading);
  return (
    <PartCard
      label={label}
      at={at}
      name={<Text fw={600}>{label}</Text>}
      onRemove={() => void edit(removeCareerStep(plan, step.id))}
    >
      <FieldGrid>
        <ChoiceAt
          at={[...at, 'from']}
          label={t('duties.career.from')}
          width="100%"
          value={step.from}
          options={tiers}
        />
        <ChoiceAt
          at={[...at, 'to']}
          label={t('duties.career.to')}
          width="100%"
          value={step.to}
          options={tiers}
        />
        <QuantityAt
          at={[...at, 'trainingHours']}
          label={t('duties.career.trainingHours')}
          value={step.trainingHours}
          as="hours"
          optional
        />
        <QuantityAt
          at={[...at, 'weeks']}
          label={t('duties.career.weeks')}
          value={step.weeks}
          as="number"
          optional
        />
        <QuantityAt at={[...at, 'fee']} label={t('duties.career.fee')} value={step.fee} as="money" optional />
        <QuantityAt
          at={[...at, 'peoplePerYear']}
          label={t('duties.career.peoplePerYear')}
          value={step.peoplePerYear}
          as="number"
          optional
        />
      </FieldGrid>
      <TextListAt
        at={[...at, 'topics']}
        label={t('duties.career.topics')}
        value={step.topics}
        first={t('duties.career.newTopic')}
        addLabel={t('duties.career.addTopic')}
      />
      {facts.length > 0 && (
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </PartCard>
  );

  function factsOf(of: CareerReading): string[] {
    return [
      ...(of.skills.length > 0
        ? [
            t('duties.career.skills', {
              skills: format.list(of.skills.map((skill) => say(skillName(plan, skill)))),
            }),
          ]
        : []),
      ...(of.costEach === null
        ? []
        : [t('duties.career.costEach', { cost: format.unit(of.costEach, 'money') })]),
      ...(of.hoursPerYear === null || of.costPerYear === null
        ? []
        : [
            t('duties.career.perYear', {
              hours: format.unit(of.hoursPerYear, 'hours'),
              cost: format.unit(of.costPerYear, 'money'),
            }),
          ]),
      ...(of.startFactor === null || of.weeksToFullSpeed === null
        ? []
        : [
            t('duties.career.learning', {
              speed: format.percent(of.startFactor, 0),
              weeks: format.number(of.weeksToFullSpeed, { decimals: 1, trim: true }),
            }),
          ]),
    ];
  }
}
