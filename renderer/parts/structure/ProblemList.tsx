import { Button, Text } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { type Problem, remedyOf } from './problems.ts';
import classes from './Structure.module.css';
import type { Acts } from './useActs.ts';

interface ProblemListProps {
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  readonly acts: Acts;
}

/** What the checks found, each with its remedy as a button where one step would put it right. */
export function ProblemList({ plan, problems, acts }: ProblemListProps) {
  const { t } = useText();
  const canEdit = useCanEdit();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.plainList} aria-label={t('structure.problems')}>
      {problems.map((problem, i) => {
        const remedy = remedyOf(plan, problem, t('structure.newTeam'));
        const { fault, isError, box } = problem;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: one fault may stand there twice, in the order of the plan.
          <li key={`${fault.code} ${i}`} className={classes.finding} data-problem={fault.code}>
            <span className={classes.problem} data-grave={isError || undefined}>
              <IconAlertTriangleFilled size={16} aria-hidden />
            </span>
            <div>
              <Text size="sm">{t.dynamic('faults', fault.code, fault.params)}</Text>
              <span className={classes.tools}>
                {box !== null && (
                  <Button size="compact-xs" variant="subtle" onClick={() => acts.choose(box)}>
                    {t('structure.show')}
                  </Button>
                )}
                {remedy !== null && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={!canEdit}
                    data-remedy={remedy.kind}
                    onClick={() => acts.give(remedy.commands)}
                  >
                    {t(`structure.remedy.${remedy.kind}`)}
                  </Button>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
