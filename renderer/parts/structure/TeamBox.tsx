import { IconAlertTriangleFilled, IconGauge, IconInbox, IconUsers } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import type { TeamFigures } from '../../../core/report/teamFigures.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { BoxMenu } from './BoxMenu.tsx';
import { neighbour } from './neighbour.ts';
import classes from './Structure.module.css';
import { servesText } from './servesText.ts';
import { TeamVerdict } from './TeamVerdict.tsx';
import type { Acts } from './useActs.ts';

interface TeamBoxProps {
  readonly plan: Plan;
  readonly team: Team;
  readonly figures: TeamFigures;
  readonly acts: Acts;
  readonly isChosen: boolean;
  /** How many findings of the checks belong to it, and whether one of them is a fault. */
  readonly problems: number;
  readonly hasFault: boolean;
  readonly canEdit: boolean;
}

/** A team on the board: its people, load, promise and cost, and the menu of what can be done with it. */
export const TeamBox = memo(function TeamBox(props: TeamBoxProps) {
  const { plan, team, figures, acts, isChosen, problems, hasFault, canEdit } = props;
  const texts = useText();
  const { t, say, format, direction } = texts;
  const name = say(team.name) || team.id;
  const onKeyDown = (event: KeyboardEvent): void => {
    const isOnward = event.key === (direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
    const isBack = event.key === (direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft');
    const isUp = event.key === 'ArrowUp';
    const isDown = event.key === 'ArrowDown';
    if (isOnward || isBack || isUp || isDown) {
      event.preventDefault();
      if (!event.altKey) neighbour(event.currentTarget, event.key)?.focus();
      else if (canEdit && (isUp || isDown)) acts.shiftTeam(team.id, isUp ? -1 : 1);
      else if (canEdit) acts.moveBeside(team.id, isOnward ? 1 : -1);
    } else if (event.key === 'Delete' && canEdit) acts.removeTeam(team.id);
  };
  return (
    <article
      className={classes.team}
      aria-label={name}
      data-team={team.id}
      data-part={`teams/${team.id}`}
      data-chosen={isChosen || undefined}
      data-overloaded={figures.isOverloaded || undefined}
      data-fault={hasFault || undefined}
    >
      <div className={classes.boxHead}>
        <button
          type="button"
          className={classes.boxName}
          data-card={`team:${team.id}`}
          aria-pressed={isChosen}
          onClick={() => acts.choose({ kind: 'team', id: team.id })}
          onKeyDown={onKeyDown}
        >
          <PlanText of={team.name} />
        </button>
        {problems > 0 && (
          <span className={classes.problem} data-grave={hasFault || undefined}>
            <IconAlertTriangleFilled size={16} aria-hidden />
            <span className={classes.unseen}>{t('structure.card.problems', { count: problems })}</span>
          </span>
        )}
        <BoxMenu
          label={t('structure.menu.of', { part: name })}
          of={`team:${team.id}`}
          acts={() => acts.ofTeam(team)}
          disabled={!canEdit}
        />
      </div>
      <p className={classes.boxLine} title={servesText(texts, plan, team)}>
        {servesText(texts, plan, team)}
      </p>
      <ul className={classes.boxFigures}>
        <li title={t('structure.card.people')}>
          <IconUsers size={15} aria-hidden />
          <span className={classes.unseen}>{t('structure.card.people')}: </span>
          {format.integer(figures.people)}
        </li>
        {figures.load !== null && (
          <li title={t('structure.card.load')} data-overloaded={figures.isOverloaded || undefined}>
            <IconGauge size={15} aria-hidden />
            <span className={classes.unseen}>{t('structure.card.load')}: </span>
            {format.percent(figures.load, 0)}
            {figures.isOverloaded && (
              <span className={classes.unseen}> {t('structure.card.overloaded')}</span>
            )}
          </li>
        )}
        {figures.contactsPerDay !== null && (
          <li title={t('structure.card.perDay')}>
            <IconInbox size={15} aria-hidden />
            <span className={classes.unseen}>{t('structure.card.perDay')}: </span>
            {format.number(figures.contactsPerDay, { decimals: 0 })}
          </li>
        )}
      </ul>
      <p className={classes.boxFoot}>
        {figures.keeps !== null && figures.deciding !== null && (
          <TeamVerdict keeps={figures.keeps} promise={figures.deciding} team={team.id} />
        )}
        {figures.costPerMonth !== null && figures.costPerMonth > 0 && (
          <span className={classes.cost} title={t('structure.card.cost')}>
            <span className={classes.unseen}>{t('structure.card.cost')}: </span>
            {format.money(figures.costPerMonth)}
          </span>
        )}
      </p>
    </article>
  );
});
