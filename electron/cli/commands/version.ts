import { exitCodes } from '../exitCodes.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';

/** The versions of the program, the engine and the plan format. */
export async function versionCommand({ speech, out, err, client }: Session): Promise<number> {
  const reply = await (await client()).call('app.describe', {});
  if (!reply.ok) return sayFailure(speech, err, reply.failure);
  const { version, engineVersion, formatVersion } = reply.value;
  const { t } = speech;
  out.line(t('cli.version.program', { version }));
  out.line(t('cli.version.engine', { version: engineVersion }));
  out.line(t('cli.version.format', { version: String(formatVersion) }));
  return exitCodes.done;
}
