// The door of the sensitivity study: levels by formula at the values of each input, the table of them, and its check.
export { type InputLevels, type Levels, levelsOf, levelsOfInput } from './askByFormula.ts';
export {
  type CheckPoint,
  checkPoints,
  type PointParts,
  partsOfCounts,
  planOfPoint,
  simulatePoint,
  withChecks,
} from './check.ts';
export { type Difference, type Parts, pairedDifference } from './pairedDifference.ts';
export { elasticityOf, sensitivityOf } from './sensitivityOf.ts';
