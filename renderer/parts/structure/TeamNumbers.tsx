import type { ShortEvaluation } from '../../../core/measures/shortEvaluation.ts';
import { partSubject } from '../../../core/measures/subjects.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import type { Team } from '../../../core/plan/schema/team.ts';
import { teamFigures } from '../../../core/report/teamFigures.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Figure } from '../Figure.tsx';
import classes from './Structure.module.css';
import { TeamVerdict } from './TeamVerdict.tsx';

interface TeamNumbersProps {
  readonly plan: Plan;
  readonly team: Team;
  readonly evaluation: ShortEvaluation | null;
}

/** The figures of a card with their names; a click tells how they come about. */
export function TeamNumbers({ plan, team, evaluation }: TeamNumbersProps) {
  const { t, format } = useText();
  const { people, load, isOverloaded, keeps, deciding, costPerMonth, contactsPerDay } = teamFigures(
    plan,
    team,
    evaluation,
  );
  const subject = partSubject('teams', team.id);
  return (
    <dl className={classes.numbers}>
      <dt>{t('structure.card.people')}</dt>
      <dd>{format.integer(people)}</dd>
      {load !== null && (
        <>
          <dt>{t('structure.card.load')}</dt>
          <dd data-overloaded={isOverloaded || undefined}>
            <Figure measure="loadFraction" subject={subject} by="formula" text={format.percent(load, 0)} />
            {isOverloaded && <> {t('structure.card.overloaded')}</>}
          </dd>
        </>
      )}
      {contactsPerDay !== null && (
        <>
          <dt>{t('structure.card.perDay')}</dt>
          <dd>{format.number(contactsPerDay, { decimals: 0 })}</dd>
        </>
      )}
      {keeps !== null && deciding !== null && (
        <>
          <dt>{t('structure.card.promises')}</dt>
          <dd>
            <TeamVerdict keeps={keeps} promise={deciding} team={team.id} />
          </dd>
        </>
      )}
      {costPerMonth !== null && (
        <>
          <dt>{t('structure.card.cost')}</dt>
          <dd>{format.money(costPerMonth)}</dd>
        </>
      )}
    </dl>
  );
}
