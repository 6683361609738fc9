// How long the formulas need for a week of half hours and 20 teams (6,720 rates), cold: one evaluation in a process of its own.
// Run: node test/evaluate/measureSpeed.ts

import { evaluate } from '../../core/evaluate/index.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { weekPlan } from '../support/weekPlan.ts';

const model = compiledPlan(weekPlan);
const times: number[] = [];
for (let run = 0; run < 5; run += 1) {
  // Time of the processor: other programs on the machine do not count.
  const start = process.cpuUsage();
  evaluate(model);
  const { user, system } = process.cpuUsage(start);
  times.push((user + system) / 1000);
}
const rates = model.classes.reduce((sum, { segments }) => sum + (segments?.ratePerSecond.length ?? 0), 0);
process.stdout.write(
  `${rates} rates, ${model.stages.length} stages; cold ${times[0]?.toFixed(1)} ms, then ${times
    .slice(1)
    .map((time) => time.toFixed(1))
    .join(', ')} ms\n`,
);
