// Answers that nobody asked for, so that the engine has compiled the way of an answer by formula before somebody waits for one.
import type { PlanWork } from './planWork.ts';

/** After the page has come up, and before anybody can have opened a plan. */
const afterMs = 1_000;
/** The engine compiles a way for good only after it was gone often. With pauses: a question that comes meanwhile waits for one at most. */
const rehearsals = 4;
const pauseMs = 150;

/** Rehearses once the host has been there for a moment, one after the other, so that a question need not wait for long; gives what ends it. */
export function beginRehearsal(plans: PlanWork): () => void {
  let isEnded = false;
  const rehearse = async (): Promise<void> => {
    for (let i = 0; i < rehearsals && !isEnded; i += 1) {
      await plans.rehearse();
      await new Promise((settle) => setTimeout(settle, pauseMs).unref());
    }
  };
  // What goes wrong there goes wrong again where somebody asks, and is told to them.
  const timer = setTimeout(() => void rehearse().catch(() => {}), afterMs);
  timer.unref();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
