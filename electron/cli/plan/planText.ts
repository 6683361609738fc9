// The text of the plan that an argument names: standard input, a sample, or a file. A sample's id wins over a file of
// the same name, so that a command means the same in every folder; `./online-shop` is the file.
import { failed, ok, type Result } from '../../../core/units/result.ts';
import { planLimitBytes, readPlanFile, textOf, tooLarge } from '../../files/readPlanFile.ts';
import type { CliFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';

/** A name without a folder and without an extension is meant as a sample where no such file exists. */
const likeAnId = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

export async function planText(session: Session, argument: string): Promise<Result<string, CliFailure>> {
  if (argument === '-') return inputText(session);
  const sample = likeAnId.test(argument) ? await sampleText(session, argument) : undefined;
  if (sample?.ok === true) return sample;
  const file = await readPlanFile(argument);
  if (file.ok || file.failure.code !== 'planFileMissing') return file;
  return sample ?? file;
}

async function sampleText(session: Session, id: string): Promise<Result<string, CliFailure>> {
  const reply = await (await session.client()).call('samples.open', { id });
  return reply.ok ? ok(reply.value.text) : reply;
}

async function inputText({ io, speech }: Session): Promise<Result<string, CliFailure>> {
  const name = speech.t('cli.standardInput');
  const bytes = await io.readInput(planLimitBytes);
  return bytes === 'tooLarge' ? failed(tooLarge(name)) : textOf(bytes, name);
}
