// The answer by formula of a content, asked for once: what is foretold of an edit is also what comes of it.
import type { Client } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import type { Output } from '../../core/contract/methods.ts';

export type AskEvaluation = (text: string) => Promise<Reply<Output<'plan.evaluate'>>>;

/** Keeps the last question with its answer, under way or there. */
export function createEvaluationAsked(client: Client): AskEvaluation {
  let last: { readonly text: string; readonly answer: ReturnType<AskEvaluation> } | null = null;
  return (text) => {
    if (last?.text !== text) {
      const answer = client.call('plan.evaluate', { text });
      last = { text, answer };
      // A question that failed may be asked again.
      void answer.then(({ ok }) => {
        if (!ok && last?.answer === answer) last = null;
      });
    }
    return last.answer;
  };
}
