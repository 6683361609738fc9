import { Button } from '@mantine/core';
import { IconArrowBack, IconGitBranch } from '@tabler/icons-react';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { Note } from '../Note.tsx';
import classes from './scenarios.module.css';

/** Says on every screen that what is shown is a scenario, and leads back to the plan. */
export function ScenarioBar({ open }: { open: OpenPlan }) {
  const { t, format } = useText();
  const openScenario = useSession((session) => session.openScenario);
  const goTo = useSession((session) => session.goTo);
  const { scenario } = open;
  const shown = scenario?.of.plan.scenarios.find(({ id }) => id === scenario.id);
  if (scenario === null || shown === undefined) return null;
  return (
    <div className={classes.bar} data-scenario={shown.id}>
      <Note
        tone="plain"
        role="status"
        icon={IconGitBranch}
        title={
          <>
            {t('scenarios.bar.title')} <PlanText of={shown.name} />
          </>
        }
        end={
          <span className={classes.barActions}>
            <Button variant="default" size="xs" onClick={() => goTo('scenarios')}>
              {t('scenarios.bar.list')}
            </Button>
            <Button
              size="xs"
              leftSection={<IconArrowBack size={16} stroke={1.75} className="mirrored" aria-hidden />}
              data-back-to-plan
              onClick={() => void openScenario(null)}
            >
              {t('scenarios.bar.back')}
            </Button>
          </span>
        }
      >
        <p className={classes.barText}>
          {open.kept === null
            ? t('scenarios.bar.onlyShown')
            : t('scenarios.bar.edits', { number: format.integer(shown.changes.length) })}
        </p>
        {scenario.leftOut.length > 0 && (
          <p className={classes.barText}>
            {t('scenarios.leftOut', { number: format.integer(scenario.leftOut.length) })}
          </p>
        )}
      </Note>
    </div>
  );
}
