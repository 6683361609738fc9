// The inputs of a plan: every figure that its promises may hang on, with its value and what is known of it.
import type { Plan } from '../plan/schema/plan.ts';
import { addChannels, addDemand, addSelfService } from './customerInputs.ts';
import { InputList } from './inputList.ts';
import { addPeople } from './peopleInputs.ts';
import type { StatedInput } from './statedInput.ts';
import { addWork } from './workInputs.ts';

/**
 * Every input in the order of the document. Costs, targets and texts are none; shares of 0 and figures of 0 are inputs where the
 * plan says how uncertain they are, and left out otherwise: nothing can be so many per cent more than nothing.
 */
export function planInputs(plan: Plan): StatedInput[] {
  const list = new InputList(plan);
  addDemand(list, plan);
  addSelfService(list, plan);
  addChannels(list, plan);
  addWork(list, plan);
  addPeople(list, plan);
  return list.inputs.filter(({ value, belief }) => value !== 0 || belief !== null);
}
