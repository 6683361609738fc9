// Every queueing model by its name: what it reads, what it writes, and the function behind it. The command line walks this
// table, and a test runs the example of each.
import type { Model } from './model.ts';
import { modelsOfDesigns } from './modelsOfDesigns.ts';
import { modelsOfErlang } from './modelsOfErlang.ts';
import { modelsOfGeneralLaws } from './modelsOfGeneralLaws.ts';
import { modelsOfPromises } from './modelsOfPromises.ts';
import { modelsOfTeams } from './modelsOfTeams.ts';
import { modelsOfTime } from './modelsOfTime.ts';

export const models: readonly Model[] = [
  ...modelsOfErlang,
  ...modelsOfPromises,
  ...modelsOfGeneralLaws,
  ...modelsOfTeams,
  ...modelsOfDesigns,
  ...modelsOfTime,
];

/** The model of a name: `modelNamed('erlang-b')`. */
export const modelNamed = (name: string): Model | undefined => models.find((model) => model.name === name);
