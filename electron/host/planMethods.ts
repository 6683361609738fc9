import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { HandlersOf } from './handlers.ts';

export const planMethods: HandlersOf<'plan.check'> = {
  'plan.check': ({ text }) => ({ ok: true, value: parsePlan(text) }),
};
