// The answer by formula of a plan and a change, asked for once: what is foretold of an edit is also what comes of it. The host is
// told the change alone, and the plan only where it does not know it.
import type { Client } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { ShortEvaluation } from '../../core/measures/shortEvaluation.ts';
import type { Command } from '../../core/plan/edits/command.ts';
import type { OpenPlan } from './openPlan.ts';

/** A plan as it is kept, by its hash or, where it has faults, by its text. */
export type AskedPlan = Pick<OpenPlan, 'text' | 'planHash'>;
export type AskFormulas = (open: AskedPlan, commands: readonly Command[]) => Promise<Reply<ShortEvaluation>>;

/** Answers that undo and redo come back to. */
const mostKept = 4;

export function createFormulasAsked(client: Client): AskFormulas {
  const kept = new Map<string, ShortEvaluation>();
  let last: { readonly question: string; readonly answer: Promise<Reply<ShortEvaluation>> } | null = null;

  const foresee = async (
    { text, planHash }: AskedPlan,
    commands: readonly Command[],
  ): Promise<Reply<ShortEvaluation>> => {
    const written = commands.map((command) => ({ ...command, at: [...command.at] }));
    const asked = planHash === null ? { text, commands: written } : { base: planHash, commands: written };
    let reply = await client.call('plan.foresee', asked);
    if (reply.ok && reply.value.foreseen === null)
      reply = await client.call('plan.foresee', { ...asked, text });
    if (!reply.ok) return reply;
    const { foreseen } = reply.value;
    if (foreseen === null) return { ok: false, failure: { code: 'internal', params: {} } };
    kept.set(foreseen.planHash, foreseen);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return { ok: true, value: foreseen };
  };

  const answerOf = async (
    open: AskedPlan,
    commands: readonly Command[],
    before: Promise<unknown> | undefined,
  ): Promise<Reply<ShortEvaluation>> => {
    const { planHash } = open;
    if (commands.length > 0 || planHash === null) return foresee(open, commands);
    // What is under way may be about this very content: an edit is foretold before it is written.
    if (!kept.has(planHash)) await before;
    const known = kept.get(planHash);
    return known === undefined ? foresee(open, commands) : { ok: true, value: known };
  };

  return (open, commands) => {
    const question = `${open.planHash ?? open.text} ${JSON.stringify(commands)}`;
    if (last?.question !== question) {
      const answer = answerOf(open, commands, last?.answer);
      last = { question, answer };
      // A question that failed may be asked again.
      void answer.then(({ ok }) => {
        if (!ok && last?.answer === answer) last = null;
      });
    }
    return last.answer;
  };
}
