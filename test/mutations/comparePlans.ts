// Compares random plans in the copy of the engine beside which this file lies: one line of JSON a plan.
// Arguments: contacts a plan, `all` or `first` (stop at the first plan that differs), seeds.
import { randomPlan } from '../support/randomPlans.ts';
import { compareJourneys } from '../support/slowSimulator/compareJourneys.ts';

export interface PlanReport {
  readonly seed: number;
  readonly differ: boolean;
  /** What the plan has and what mattered in it. */
  readonly uses: readonly string[];
}

const [contacts, mode, ...seeds] = process.argv.slice(2);
for (const seed of seeds.map(Number)) {
  const { plan, features } = randomPlan(seed, Number(contacts));
  const { differences, counts, exercised } = compareJourneys(plan, seed, 0);
  const differ = differences.length > 0 || Object.keys(counts).length > 0;
  const report: PlanReport = { seed, differ, uses: [...features, ...exercised] };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  if (differ && mode === 'first') break;
}
