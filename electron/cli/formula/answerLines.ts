// Lines of JSON in, lines of JSON out: one for each that is not blank, so that the two files stand side by side. A line
// that cannot be answered gives a line that says where it is wrong and what to do.
import { answer, type Model } from '../../../core/queueing/model.ts';
import { type Fault, fault } from '../../../core/units/fault.ts';
import { stripBidiControls } from '../../../locales/format/bidi.ts';
import type { Translate } from '../../../locales/translator.ts';
import { pathText } from '../sayFailure.ts';

export interface AnsweredLines {
  readonly lines: readonly string[];
  /** How many could not be answered. */
  readonly refused: number;
}

export function answerLines(model: Model, text: string, t: Translate): AnsweredLines {
  let refused = 0;
  const lines = text.split('\n').flatMap((source, index) => {
    if (source.trim() === '') return [];
    const answered = answerLine(model, source);
    if (answered.ok) return [JSON.stringify(answered.value)];
    refused += 1;
    return [JSON.stringify(refusal(index + 1, answered.failure, t))];
  });
  return { lines, refused };
}

function answerLine(model: Model, source: string): ReturnType<typeof answer> {
  let line: unknown;
  try {
    line = JSON.parse(source);
  } catch {
    return { ok: false, failure: [fault('notJson', [])] };
  }
  return answer(model, line);
}

function refusal(line: number, faults: readonly Fault[], t: Translate) {
  return {
    error: {
      line,
      faults: faults.map(({ code, path, params }) => ({
        code,
        field: pathText(path),
        // A machine reads it too: without the marks that a terminal needs.
        message: stripBidiControls(t.dynamic('formula.fault', code, params)),
      })),
    },
  };
}
