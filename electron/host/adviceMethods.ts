// Organisations for a company, and the needs that come with the product.
import { needsSamples } from '../../core/samples/needsSamples.ts';
import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';

export const createAdviceMethods = (plans: PlanWork): HandlersOf<'advice.propose' | 'advice.samples'> => ({
  'advice.propose': (asked) => plans.propose(asked),
  'advice.samples': () => ({ ok: true, value: needsSamples() }),
});
