import type { Candidate } from '../../../core/measures/advice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { goOnWith } from './needsEdits.ts';

interface Choosing {
  /** The proposal becomes the plan, and its structure is shown. */
  readonly goOn: (candidate: Candidate) => void;
  /** The proposal becomes a plan of its own, which is then shown. */
  readonly keepApart: (candidate: Candidate) => void;
}

/** What can be done with a proposal. */
export function useChooseCandidate(): Choosing {
  const { t, say } = useText();
  const edit = usePlanEdit();
  const goTo = useSession((session) => session.goTo);
  const makePlan = useSession((session) => session.makePlan);
  return {
    goOn: (candidate) => {
      edit((plan) => goOnWith(plan, candidate, say(plan.name) !== t('needs.newPlan')));
      goTo('structure');
    },
    keepApart: ({ text }) => void makePlan(text),
  };
}
