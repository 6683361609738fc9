// The cases of the simulation: small organisations whose exact answer is known, and examples that others have published.
import { chatCases } from './simulations/chatCases.ts';
import { dayCases } from './simulations/dayCases.ts';
import { deferredCases } from './simulations/deferredCases.ts';
import { interruptionCases } from './simulations/interruptionCases.ts';
import { networkCases } from './simulations/networkCases.ts';
import { peopleCases } from './simulations/peopleCases.ts';
import { publishedExamples } from './simulations/publishedExamples.ts';
import { queueCases } from './simulations/queueCases.ts';
import { skillCases } from './simulations/skillCases.ts';
import type { SimulationCase } from './verificationCase.ts';

export const simulationCases: readonly SimulationCase[] = [
  ...queueCases,
  ...skillCases,
  ...interruptionCases,
  ...networkCases,
  ...chatCases,
  ...dayCases,
  ...deferredCases,
  ...peopleCases,
  ...publishedExamples,
];
