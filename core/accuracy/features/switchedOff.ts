// A plan with some of its features switched off.
import { type Feature, features } from '../../measures/accuracyCard.ts';
import type { Plan } from '../../plan/schema/plan.ts';
import type { CompiledModel } from '../../simulation/index.ts';
import {
  noCallBacks,
  noLimits,
  noRedials,
  noTriggers,
  quickAssistant,
  quickDepartments,
} from './customers.ts';
import type { SwitchedOff } from './feature.ts';
import { exponentialHandling, exponentialPatience, nobodyLeaves } from './laws.ts';
import { eachForItself, oneChatAtATime, waitedFor } from './lines.ts';
import { roomToBreathe } from './load.ts';
import { equalPeople, noInterruptions, wholePeople } from './people.ts';
import { noPriorities } from './ranks.ts';
import { arrivalsByChance, evenDays, noChange, settledStart } from './time.ts';

const table: { readonly [F in Feature]: SwitchedOff } = {
  recordedArrivals: arrivalsByChance,
  startsEmpty: settledStart,
  changesWithTime: noChange,
  busyDays: evenDays,
  redials: noRedials,
  callBacks: noCallBacks,
  triggers: noTriggers,
  limits: noLimits,
  interruptions: noInterruptions,
  fractionalAgents: wholePeople,
  unequalAgents: equalPeople,
  chats: oneChatAtATime,
  deferredWork: waitedFor,
  sharedAgents: eachForItself,
  priorities: noPriorities,
  patienceLaw: exponentialPatience,
  severalStages: nobodyLeaves,
  handlingLaw: exponentialHandling,
  assistantTime: quickAssistant,
  turnaround: quickDepartments,
  fullLoad: roomToBreathe,
};

/**
 * The plan without these features, in the order of the list. Range: plans without faults; `compiled` must compile whatever it
 * is given. Example: without `handlingLaw`, every team has one exponential handling time of the mean that it had.
 */
export const without = (
  plan: Plan,
  off: ReadonlySet<Feature>,
  compiled: (plan: Plan) => CompiledModel,
): Plan =>
  features.reduce((left, feature) => (off.has(feature) ? table[feature](left, compiled) : left), plan);
