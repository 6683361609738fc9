import { Button, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type OutcomeGap, type OutcomesReading, outcomeUnits } from '../../../core/measures/outcomes.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { Section } from '../at/Section.tsx';
import { DataTable } from '../DataTable.tsx';
import { Note } from '../Note.tsx';
import { likelyText, likelyValue, rangeText } from './likelyText.ts';
import classes from './Outcomes.module.css';

/** Where what is lacking is stated. */
const gapPlaces: Readonly<Record<OutcomeGap, readonly [screen: string, place: readonly string[]]>> = {
  customers: ['outcomes', ['company', 'customers']],
  simulation: ['results', []],
  contacts: ['demand', ['demand']],
  valuePerYear: ['outcomes', ['company', 'badExperience', 'valuePerYear']],
  cost: ['people', ['contracts']],
};

/** Customers lost to bad experiences and money at stake against the cost of the team, step by step. */
export function Forecast({ reading, isOld }: { reading: OutcomesReading; isOld: boolean }) {
  const { t, format } = useText();
  const goTo = useSession((session) => session.goTo);
  const stepOf = (id: string) => reading.steps.find((step) => step.id === id)?.figure ?? null;
  const [stake, cost] = [stepOf('atStake'), stepOf('teamCost')];
  return (
    <Section title={t('outcomes.forecast.title')} intro={t('outcomes.forecast.intro')}>
      {reading.gaps.map((gap) => (
        <Note
          key={gap}
          tone="plain"
          icon={IconInfoCircle}
          title={t(`outcomes.gap.${gap}`)}
          end={
            <Button size="xs" variant="default" data-gap={gap} onClick={() => goTo(...toPlace(gap))}>
              {t(gap === 'simulation' ? 'outcomes.toSimulation' : 'outcomes.forecast.state')}
            </Button>
          }
        />
      ))}
      {stake !== null && cost !== null && cost.value > 0 && (
        <p className={classes.headline} data-stake>
          {t('outcomes.forecast.headline', {
            stake: likelyText(format, stake, 'money'),
            range: rangeText(format, stake, 'money'),
            cost: likelyText(format, cost, 'money'),
            ratio: likelyValue(format, stake.value / cost.value, 'share'),
          })}
        </p>
      )}
      <div data-old={isOld} className={classes.table}>
        <DataTable
          caption={t('outcomes.forecast.title')}
          rowHead={t('outcomes.forecast.step')}
          columns={[
            { key: 'value', head: t('outcomes.forecast.value') },
            { key: 'range', head: t('outcomes.forecast.range') },
            { key: 'made', head: t('outcomes.forecast.made'), numeric: false },
          ]}
          rows={reading.steps.map(({ id, figure }) => ({
            key: id,
            head: t(`outcomes.step.${id}.name`),
            strong: id === 'atStake' || id === 'retentionRate',
            cells: [
              likelyText(format, figure, outcomeUnits[id]),
              rangeText(format, figure, outcomeUnits[id]),
              <span key="made" className={classes.made}>
                {t(`outcomes.step.${id}.made`)}
              </span>,
            ],
          }))}
        />
      </div>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('outcomes.forecast.careful')}
      </Text>
    </Section>
  );
}

function toPlace(gap: OutcomeGap): [screen: string, place?: readonly string[]] {
  const [screen, place] = gapPlaces[gap];
  return place.length === 0 ? [screen] : [screen, place];
}
