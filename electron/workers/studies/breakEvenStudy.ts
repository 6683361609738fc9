import {
  assistantCases,
  breakingPoints,
  containmentPoint,
  type SimulatedLevel,
  scaledPlan,
  simulatedBreak,
} from '../../../core/breakEven/index.ts';
import { createEvaluator } from '../../../core/evaluate/index.ts';
import type { BreakingPoint, BrokenBy } from '../../../core/measures/breakEven.ts';
import { planHash as hashOf } from '../../../core/plan/planHash.ts';
import { levelsOf, partsOfCounts } from '../../../core/sensitivity/index.ts';
import { pairedDifference } from '../../../core/sensitivity/pairedDifference.ts';
import { engineVersion } from '../../../core/simulation/index.ts';
import { timeZoneOffsets } from '../../host/timeZoneOffsets.ts';
import type { Study, StudyTools } from '../studyTable.ts';
import { withinFormulas } from './withinFormulas.ts';

/** About so many plans are answered until the borders of a promise are known. */
const answersPerPromise = 6;
const simulationsPerPoint = 3;

/** Where promises break as volume or handling grow, and what an assistant saves. */
export const breakEvenStudy: Study<'breakEven'> = async (plan, asked, tools) => {
  const { seed, check, replications, promise } = asked;
  const planHash = hashOf(plan);
  withinFormulas(plan, planHash);
  const evaluator = createEvaluator({ offsets: timeZoneOffsets });
  const shown = promise === undefined ? plan.promises : plan.promises.filter(({ id }) => id === promise);
  const asks = { ...plan, promises: shown };
  const cases = assistantCases(plan);
  const pointsInAll = cases.reduce((sum, { containments }) => sum + containments.length, 0);
  const ways: readonly BrokenBy[] = plan.demand.some(({ volume }) => volume !== undefined)
    ? ['volume', 'handling']
    : ['handling'];
  let expected = ways.length * (1 + shown.length * answersPerPromise) + pointsInAll;
  if (check) expected += ways.length * shown.length * simulationsPerPoint;
  let done = 0;
  const step = (): void => {
    done += 1;
    tools.onStep(done, Math.max(done, expected));
  };
  const places = shown.map(({ id }) => plan.promises.findIndex((one) => one.id === id));
  const breaking = ways.flatMap((by) =>
    breakingPoints(asks, by, (factor) => {
      const levels = levelsOf(evaluator, scaledPlan(plan, by, factor), planHash);
      step();
      return places.map((place) => levels[place] ?? null);
    }),
  );
  const assistants = cases.map((one) => ({
    ...{ channel: one.channel, isPlanned: one.isPlanned, containment: one.containment },
    contactsPerMonth: one.contactsPerMonth,
    points: one.containments.map((containment) => {
      const point = containmentPoint(plan, one, containment, timeZoneOffsets);
      step();
      return point;
    }),
  }));
  const checked: BreakingPoint[] = [];
  for (const point of breaking) {
    const place = plan.promises.findIndex(({ id }) => id === point.promise);
    const simulated = check
      ? await simulatedBreak(point, async (factor) => {
          const level = await simulatedLevel(
            tools,
            scaledPlan(plan, point.by, factor),
            place,
            seed,
            replications,
          );
          step();
          return level;
        })
      : null;
    checked.push({ ...point, simulated });
  }
  return {
    study: 'breakEven',
    value: {
      ...{ engineVersion, planId: plan.id, planHash, seed, replications: check ? replications : 0 },
      ...{ breaking: checked, assistants },
    },
  };
};

async function simulatedLevel(
  tools: StudyTools,
  plan: Parameters<StudyTools['compiled']>[0],
  place: number,
  seed: number,
  replications: number,
): Promise<SimulatedLevel> {
  const counted = await tools.count(tools.compiled(plan), { seed, firstReplication: 0, replications });
  const parts = partsOfCounts(counted).map((one) => one[place] ?? ([0, 0] as const));
  // Against a level of 0 that is known, the difference is the level itself.
  const nothing = parts.map(() => [0, 1] as const);
  const { difference, halfWidth } = pairedDifference(nothing, parts);
  return difference === null ? null : { level: difference, halfWidth };
}
