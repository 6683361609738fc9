import { CloseButton, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShortEvaluation } from '../../../core/measures/shortEvaluation.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { TextAt } from '../at/TextAt.tsx';
import type { Arrow } from './arrows.ts';
import { type Chosen, isChosen } from './chosen.ts';
import { ProblemList } from './ProblemList.tsx';
import type { Problem } from './problems.ts';
import classes from './Structure.module.css';
import { TeamDetails } from './TeamDetails.tsx';
import { TeamNumbers } from './TeamNumbers.tsx';
import type { Acts } from './useActs.ts';
import { WayDetails } from './WayDetails.tsx';
import { WayList } from './WayList.tsx';

interface DetailsPanelProps {
  readonly plan: Plan;
  readonly evaluation: ShortEvaluation | null;
  readonly arrows: readonly Arrow[];
  readonly problems: readonly Problem[];
  readonly chosen: Chosen | null;
  readonly acts: Acts;
}

/** Beside the board: what is chosen with all its fields; where nothing is, what the checks found. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { chosen, problems, plan, acts } = props;
  const { t } = useText();
  const content = chosen === null ? null : contentOf(props, chosen);
  if (content === null)
    return (
      <aside className={classes.panel} aria-label={t('structure.details')} data-details="">
        <Title order={3} size="h5">
          {t('structure.details')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('structure.hint', { key: 'Alt' })}
        </Text>
        <ProblemList plan={plan} problems={problems} acts={acts} />
      </aside>
    );
  return (
    <aside className={classes.panel} aria-label={t('structure.details')} data-details={chosen?.kind}>
      <div className={classes.panelHead}>
        <Title order={3} size="h5">
          <Name {...props} />
        </Title>
        <CloseButton aria-label={t('structure.close')} data-close onClick={() => acts.choose(null)} />
      </div>
      {content}
    </aside>
  );
}

function Name({ plan, chosen }: DetailsPanelProps) {
  const { t, say } = useText();
  if (chosen === null) return null;
  if (chosen.kind === 'way') return t(`structure.way.${chosen.of}`);
  return <bdi>{say(partOf(plan, chosen)?.name)}</bdi>;
}

const lists = {
  team: 'teams',
  tier: 'tiers',
  channel: 'channels',
  issueType: 'issueTypes',
  department: 'departments',
} as const;

const partOf = (plan: Plan, chosen: Exclude<Chosen, { readonly kind: 'way' }>) =>
  plan[lists[chosen.kind]].find(({ id }) => id === chosen.id);

/** Null where what was chosen is not there any more. */
function contentOf(props: DetailsPanelProps, chosen: Chosen): ReactNode {
  const { plan, evaluation, arrows, problems, acts } = props;
  if (chosen.kind === 'way') {
    const arrow = arrows.find(
      ({ way }) => way.kind === chosen.of && way.from === chosen.from && way.to === chosen.to,
    );
    return arrow === undefined ? null : <WayDetails plan={plan} arrow={arrow} acts={acts} />;
  }
  const own = problems.filter(({ box }) => box !== null && isChosen(box, chosen.kind, chosen.id));
  const key = `${chosen.kind}:${chosen.id}`;
  const ways = arrows.filter(({ from, to }) => from === key || to === key);
  if (partOf(plan, chosen) === undefined) return null;
  const team = chosen.kind === 'team' ? plan.teams.find(({ id }) => id === chosen.id) : undefined;
  return (
    <>
      <ProblemList plan={plan} problems={own} acts={acts} />
      {team !== undefined && (
        <>
          <TeamNumbers plan={plan} team={team} evaluation={evaluation} />
          <TeamDetails key={team.id} plan={plan} team={team} />
        </>
      )}
      {chosen.kind === 'tier' && <TierDetails key={chosen.id} plan={plan} id={chosen.id} />}
      <WayList plan={plan} arrows={ways} acts={acts} />
    </>
  );
}

function TierDetails({ plan, id }: { plan: Plan; id: string }) {
  const { t } = useText();
  const tier = plan.tiers.find((one) => one.id === id);
  if (tier === undefined) return null;
  return (
    <div className={classes.fields} data-part={`tiers/${id}`}>
      <TextAt at={['tiers', id, 'name']} label={t('structure.field.name')} value={tier.name} width="100%" />
      <TextAt
        at={['tiers', id, 'description']}
        label={t('structure.field.description')}
        value={tier.description}
        optional
        long
        width="100%"
      />
    </div>
  );
}
