// The isolate in which plans are read and calculated: does what it is asked, call by call, in their order.
import { type Answer, answerTo, type Call } from '../workers/caller.ts';
import { parentDoor } from '../workers/parentDoor.ts';
import { createPlanTools, type PlanTools } from './planTools.ts';

const { post, onMessage } = parentDoor<Call<keyof PlanTools>, Answer>();
const tools = createPlanTools();

onMessage((asked) => void answer(asked));

async function answer(asked: Call<keyof PlanTools>): Promise<void> {
  const work = tools[asked.method] as (...parts: readonly unknown[]) => unknown;
  post(await answerTo(asked, () => work(...asked.args)));
}
