// The door of the advice: what a company needs in, organisations out.
export type { AdviceAsked } from './asked.ts';
export { propose } from './propose.ts';
