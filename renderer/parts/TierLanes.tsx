import { Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Text as PlanWords } from '../../core/plan/schema/elements.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { PlanText } from '../text/PlanText.tsx';
import { useText } from '../text/TextProvider.tsx';
import { ScrollFrame } from './ScrollFrame.tsx';
import { TeamCard } from './TeamCard.tsx';
import classes from './TierLanes.module.css';

interface Lane {
  readonly id: string;
  readonly name: PlanWords | null;
  readonly description: PlanWords | undefined;
  readonly teams: Plan['teams'];
}

/** Tiers side by side, the first where reading starts; work that a tier cannot finish goes on to the next. */
export function TierLanes({ plan }: { plan: Plan }) {
  const { t } = useText();
  const lanes = lanesOf(plan);
  return (
    <section aria-labelledby="lanes" className={classes.section}>
      <div>
        <Title order={2} id="lanes" size="h4">
          {t('app.organisation.teams')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('app.organisation.explain')}
        </Text>
      </div>
      <ScrollFrame label={t('app.organisation.teams')}>
        <ol className={classes.lanes}>
          {lanes.map((lane, place) => (
            <li key={lane.id} className={classes.lane}>
              <header className={classes.head}>
                <Title order={3} size="h5">
                  {lane.name === null ? t('app.organisation.withoutTier') : <PlanText of={lane.name} />}
                </Title>
                {place < plan.tiers.length - 1 && (
                  <IconArrowRight
                    size={18}
                    className="mirrored"
                    aria-hidden
                    color="var(--mantine-color-dimmed)"
                  />
                )}
              </header>
              {lane.description !== undefined && (
                <Text size="sm" c="dimmed">
                  <PlanText of={lane.description} />
                </Text>
              )}
              {lane.teams.map((team) => (
                <TeamCard key={team.id} team={team} plan={plan} />
              ))}
            </li>
          ))}
        </ol>
      </ScrollFrame>
    </section>
  );
}

function lanesOf(plan: Plan): readonly Lane[] {
  const known = new Set(plan.tiers.map(({ id }) => id));
  const outside = plan.teams.filter((team) => team.tier === undefined || !known.has(team.tier));
  const lanes = plan.tiers.map(({ id, name, description }) => ({
    id,
    name,
    description,
    teams: plan.teams.filter((team) => team.tier === id),
  }));
  return outside.length === 0
    ? lanes
    : [...lanes, { id: '', name: null, description: undefined, teams: outside }];
}
