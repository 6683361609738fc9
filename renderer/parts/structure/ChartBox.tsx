import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { BoxMenu } from './BoxMenu.tsx';
import { chartText } from './chartText.ts';
import { neighbour } from './neighbour.ts';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';

interface ChartBoxProps {
  readonly plan: Plan;
  readonly team: Team;
  readonly acts: Acts;
  readonly isChosen: boolean;
  readonly hasFault: boolean;
  readonly canEdit: boolean;
}

/** A team in the chart: who is in it, who leads it, and how many each of them leads. */
export const ChartBox = memo(function ChartBox(props: ChartBoxProps) {
  const { plan, team, acts, isChosen, hasFault, canEdit } = props;
  const texts = useText();
  const { t, say } = texts;
  const { people, lead, spans, isOver } = chartText(texts, plan, team);
  const name = say(team.name) || team.id;
  return (
    <article
      className={classes.team}
      aria-label={name}
      data-team={team.id}
      data-chosen={isChosen || undefined}
      data-fault={hasFault || undefined}
    >
      <div className={classes.boxHead}>
        <button
          type="button"
          className={classes.boxName}
          data-card={`team:${team.id}`}
          aria-pressed={isChosen}
          onClick={() => acts.choose({ kind: 'team', id: team.id })}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Delete' && canEdit) acts.removeTeam(team.id);
            if (!event.key.startsWith('Arrow')) return;
            event.preventDefault();
            neighbour(event.currentTarget, event.key)?.focus();
          }}
        >
          <PlanText of={team.name} />
        </button>
        <BoxMenu
          label={t('structure.menu.of', { part: name })}
          of={`team:${team.id}`}
          acts={() => acts.ofTeam(team)}
          disabled={!canEdit}
        />
      </div>
      <p className={classes.boxPeople} title={people}>
        {people}
      </p>
      <p className={classes.boxLine} title={lead ?? ''}>
        {lead ?? t('structure.ledByNobody')}
      </p>
      <p className={classes.boxLine} data-over={isOver || undefined} title={spans ?? ''}>
        {isOver && <IconAlertTriangleFilled size={14} aria-hidden />} {spans ?? ''}
        {isOver && <span className={classes.unseen}> {t('structure.span.over')}</span>}
      </p>
    </article>
  );
});
