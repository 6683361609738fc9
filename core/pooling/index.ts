// The door of the price of pooling: pooled, split, and how little cross-training wins most of it back.
export { type CrossTrainedTeams, crossTrained, type TrainedKind } from './crossTrained.ts';
export { type CrossTraining, type CrossTrainingStep, crossTraining } from './crossTraining.ts';
export { dividedAgents, type PoolingPrice, type PoolingQuestion, poolingPrice } from './poolingPrice.ts';
export { type SharedPlaces, type SharedPlacesOutcome, sharedPlaces } from './sharedPlaces.ts';
export { type PooledKind, type TeamOutcome, teamWith } from './team.ts';
