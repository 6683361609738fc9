import { modelNamed } from '../../../core/queueing/models.ts';
import { planLimitBytes, textOf, tooLarge } from '../../files/readPlanFile.ts';
import { exitCodes } from '../exitCodes.ts';
import { answerLines } from '../formula/answerLines.ts';
import { formulaCatalogue, writeFormulaList } from '../formula/formulaList.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';

/** Answers each line of JSON on standard input by the formula named, or lists the formulas. */
export async function formulaCommand({ io, invocation, speech, out, err }: Session): Promise<number> {
  const { options, argument } = invocation;
  const model = argument === undefined ? undefined : modelNamed(argument);
  if (argument !== undefined && model === undefined) {
    const params = { formula: argument, command: 'saff formula --list' };
    return sayFailure(speech, err, { code: 'unknownFormula', params });
  }
  if (options.list || model === undefined) {
    if (options.json) io.out(`${JSON.stringify(formulaCatalogue(model), null, 2)}\n`);
    else writeFormulaList(speech, out, model);
    return exitCodes.done;
  }
  const name = speech.t('cli.standardInput');
  const bytes = await io.readInput(planLimitBytes);
  if (bytes === 'tooLarge') return sayFailure(speech, err, tooLarge(name));
  const text = textOf(bytes, name);
  if (!text.ok) return sayFailure(speech, err, text.failure);
  const { lines, refused } = answerLines(model, text.value, speech.t);
  io.out(lines.map((line) => `${line}\n`).join(''));
  if (refused === 0) return exitCodes.done;
  err.paragraph(speech.t('formula.refused', { count: refused }), { style: 'bad' });
  return exitCodes.failure;
}
