import { Text } from '@mantine/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { partSubject, whole } from '../../../core/measures/subjects.ts';
import { formulaGoalLines, goalLines } from '../../../core/report/goalLines.ts';
import type { GoalLine } from '../../../core/report/report.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { estimateText } from '../../text/estimateText.ts';
import { goalReason } from '../../text/goalReason.ts';
import { useText } from '../../text/TextProvider.tsx';
import { Figure } from '../Figure.tsx';
import { VerdictFigure } from '../VerdictFigure.tsx';
import classes from './GoalLights.module.css';

interface ShownGoals {
  readonly by: 'formula' | 'simulation';
  readonly lines: readonly GoalLine[];
}

/** The lights of the goals: by simulation where it is in for this very content, else by formula; null before the first. */
function useGoals({ plan, planHash }: OpenPlan): ShownGoals | null {
  const figures = useSession((session) => session.figures);
  const finished = useSession((session) => session.finished);
  return useMemo((): ShownGoals | null => {
    if (planHash === null) return null;
    if (finished?.planHash === planHash) return { by: 'simulation', lines: goalLines(plan, finished.result) };
    if (figures?.planHash !== planHash) return null;
    return { by: 'formula', lines: formulaGoalLines(plan, figures.evaluation) };
  }, [plan, planHash, figures, finished]);
}

const Standing = createContext<ShownGoals | null>(null);

/** Tells the lights within how the goals stand; the cards around them, which change less often, are not drawn anew with it. */
export function GoalsStanding({ open, children }: { open: OpenPlan; children: ReactNode }) {
  return <Standing value={useGoals(open)}>{children}</Standing>;
}

/** How one goal stands: a light for the whole, or for each team, with the reason and the way to how its number came about. */
export function GoalLights({ id }: { id: string }) {
  const goals = useContext(Standing);
  const texts = useText();
  const { t, say, format } = texts;
  const lines = goals?.lines.filter(({ goal }) => goal === id) ?? [];
  if (goals === null || lines.length === 0) return null;
  return (
    <ul className={classes.lights} aria-label={t('goals.lights')}>
      {lines.map((line) => {
        const { team, measure, unit, estimate, verdict } = line;
        const subject = team === null ? whole : partSubject('teams', team.id);
        return (
          <li key={team?.id ?? ''} className={classes.light} data-goal-light={verdict}>
            <VerdictFigure verdict={verdict} measure={measure} subject={subject} by={goals.by} />
            {team !== null && (
              <Text component="span" size="sm" fw={500}>
                <bdi>{say(team.name)}</bdi>
              </Text>
            )}
            {estimate.value !== null && (
              <Figure
                measure={measure}
                subject={subject}
                by={goals.by}
                text={estimateText(format, estimate, unit)}
              />
            )}
            <Text component="span" size="sm" c="dimmed" className={classes.reason}>
              {goalReason(texts, line, goals.by)}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
