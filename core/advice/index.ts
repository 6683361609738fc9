// The door of the advice: what a company needs in, organisations out.
export { type AdviceAsked, propose } from './propose.ts';
