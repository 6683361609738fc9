import { Button } from '@mantine/core';
import { IconArrowRight, IconCopyPlus } from '@tabler/icons-react';
import type { Candidate } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import classes from './candidates.module.css';
import { goOnWith } from './needsEdits.ts';

/** What can be done with a proposal: it becomes the plan, or a plan of its own beside it. */
export function CandidateActions({ candidate }: { candidate: Candidate }) {
  const { t, say } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const goTo = useSession((session) => session.goTo);
  const keepApart = useSession((session) => session.keepApart);
  const openPlan = useSession((session) => session.openPlan);
  const kept = useSession((session) => session.keptApart);
  const goOn = (): void => {
    edit((plan) => goOnWith(plan, candidate, say(plan.name) !== t('needs.newPlan')));
    goTo('structure');
  };
  return (
    <div className={classes.detailsActions}>
      <Button
        disabled={!canEdit}
        data-go-on={candidate.id}
        rightSection={<IconArrowRight size={18} className="mirrored" aria-hidden />}
        onClick={goOn}
      >
        {t('needs.goOn')}
      </Button>
      <Button
        variant="default"
        data-keep-apart={candidate.id}
        leftSection={<IconCopyPlus size={18} stroke={1.75} aria-hidden />}
        onClick={() => void keepApart(candidate)}
      >
        {t('needs.keepApart')}
      </Button>
      <p className={classes.kept} role="status">
        {kept?.of === candidate.id && (
          <>
            {t('needs.keptApart', { name: say(kept.name) })}{' '}
            <button type="button" className={classes.link} onClick={() => void openPlan(kept.plan)}>
              {t('needs.openApart')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
