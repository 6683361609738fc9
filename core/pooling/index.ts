// The door of the price of pooling: pooled, split, and how little cross-training wins most of it back.
export type {
  CrossTraining,
  CrossTrainingStep,
  PooledSplit,
  PoolingPrice,
  TeamOutcome,
} from '../measures/pooling.ts';
export { type CrossTrainedTeams, crossTrained, type TrainedKind } from './crossTrained.ts';
export { crossTraining } from './crossTraining.ts';
export { dividedAgents, type PoolingQuestion, poolingPrice } from './poolingPrice.ts';
export { type SharedPlaces, type SharedPlacesOutcome, sharedPlaces } from './sharedPlaces.ts';
export { type PooledKind, teamWith } from './team.ts';
