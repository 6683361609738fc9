import type { OpenPlan } from '../state/session.ts';
import { FaultyPlan } from './FaultyPlan.tsx';
import { ResultsScreen } from './ResultsScreen.tsx';

/** What the simulation says of the plan, or what the plan lacks for it. */
export function SimulateScreen({ open }: { open: OpenPlan }) {
  return open.faults.length > 0 ? <FaultyPlan open={open} /> : <ResultsScreen open={open} />;
}
