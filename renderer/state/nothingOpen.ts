// The state of a window that shows no plan: what every slice starts with.
import { noAdvice } from './adviceSlice.ts';
import { noChance } from './chanceSlice.ts';
import { noComparisons } from './comparisonSlice.ts';
import { noEdits } from './editSlice.ts';
import { noExplanation } from './explainSlice.ts';
import { noFigures } from './figuresSlice.ts';
import { noMatters } from './mattersSlice.ts';
import { noPreview } from './previewSlice.ts';
import { noReadings } from './readingSlice.ts';
import { noRequirement } from './requirementSlice.ts';
import { noReview } from './reviewSlice.ts';
import { noRun } from './runSlice.ts';
import { noScenario } from './scenarioSlice.ts';
import { noVersions } from './versionsSlice.ts';

export const nothingOpen = {
  ...noRun,
  ...noFigures,
  ...noEdits,
  ...noExplanation,
  ...noPreview,
  ...noRequirement,
  ...noReadings,
  ...noChance,
  ...noComparisons,
  ...noScenario,
  ...noAdvice,
  ...noReview,
  ...noMatters,
  ...noVersions,
} as const;
