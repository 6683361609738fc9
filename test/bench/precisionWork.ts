// How many contacts a precision takes: the service level of three tiers with a day profile to a half-width, by plain
// replications and by those whose estimate the engine adjusts with controls. Both look after every ten replications.
import { type CompiledModel, createCollector, simulateWithCompanions } from '../../core/simulation/index.ts';
import { tallyLayout } from '../../core/simulation/model/tallyLayout.ts';
import { RatioMoments } from '../../core/simulation/stats/ratioMoments.ts';
import { compiledPlan } from '../support/compiledPlan.ts';
import { dayProfilePlan } from '../support/dayProfilePlan.ts';
import { median } from './compareSpeed.ts';
import { thousands } from './report.ts';

export interface PrecisionWork {
  readonly name: string;
  readonly halfWidthFraction: number;
  /** Contacts until the half-width is reached, median over the seeds. */
  readonly plainContacts: number;
  readonly controlledContacts: number;
  /** Median over the seeds of plain contacts / controlled contacts. */
  readonly timesFewer: number;
  readonly bySeed: readonly {
    readonly seed: number;
    readonly plainContacts: number;
    readonly controlledContacts: number;
  }[];
}

export interface PrecisionExtent {
  readonly seeds: number;
  readonly halfWidthFraction: number;
}

const batch = 10;
const mostReplications = 1000;

/** Runs seeds 1, 2, 3 ... of the plan until both estimates are within the half-width. */
export function precisionWork({ seeds, halfWidthFraction }: PrecisionExtent): PrecisionWork {
  const model = compiledPlan(dayProfilePlan());
  const bySeed = Array.from({ length: seeds }, (_, i) => contactsNeeded(model, i + 1, halfWidthFraction));
  return {
    name: 'three tiers with a day profile',
    halfWidthFraction,
    plainContacts: median(bySeed.map((run) => run.plainContacts)),
    controlledContacts: median(bySeed.map((run) => run.controlledContacts)),
    timesFewer: median(bySeed.map((run) => run.plainContacts / run.controlledContacts)),
    bySeed,
  };
}

/** One line for the table of the benchmark. */
export function precisionLine(work: PrecisionWork): string {
  const { name, halfWidthFraction, plainContacts, controlledContacts, timesFewer, bySeed } = work;
  const fewer = bySeed.map((run) => run.plainContacts / run.controlledContacts);
  const range = `${Math.min(...fewer).toFixed(1)} to ${Math.max(...fewer).toFixed(1)} by seed`;
  const points = (100 * halfWidthFraction).toLocaleString('en-US');
  return (
    `${name}: service level within ${points} points after ${thousands(controlledContacts)} contacts with controls, ` +
    `${thousands(plainContacts)} without: ${timesFewer.toFixed(1)} times fewer (medians of ${bySeed.length} seeds; ${range}).`
  );
}

function contactsNeeded(
  model: CompiledModel,
  seed: number,
  halfWidthFraction: number,
): PrecisionWork['bySeed'][number] {
  const layout = tallyLayout(model);
  const collector = createCollector(model, {
    seed,
    replicationsAsked: mostReplications,
    precisionFraction: halfWidthFraction,
  });
  const plain = new RatioMoments(1);
  let replications = 0;
  let contacts = 0;
  let plainContacts = 0;
  let controlledContacts = 0;
  while ((plainContacts === 0 || controlledContacts === 0) && replications < mostReplications) {
    for (let i = 0; i < batch; i += 1) {
      const tally = simulateWithCompanions(model, seed, replications);
      replications += 1;
      contacts += tally.contacts;
      plain.next();
      // The plan has one class and one promise.
      const { promiseClassAt } = layout;
      plain.add(0, tally.values[promiseClassAt + 1] as number, tally.values[promiseClassAt] as number);
      if (controlledContacts === 0) collector.add(tally);
    }
    if (controlledContacts === 0 && collector.precisionReached()) controlledContacts = contacts;
    const { halfWidth } = plain.estimate(0);
    if (plainContacts === 0 && halfWidth !== null && halfWidth <= halfWidthFraction) plainContacts = contacts;
  }
  if (plainContacts === 0 || controlledContacts === 0)
    throw new Error(`seed ${seed}: no such precision within ${mostReplications} replications`);
  return { seed, plainContacts, controlledContacts };
}
