import { exitCodes } from '../exitCodes.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { tableLines } from '../text/table.ts';

/** The sample plans: id, name, one line each. */
export async function samplesCommand({ io, invocation, speech, out, err, client }: Session): Promise<number> {
  const reply = await (await client()).call('samples.list', {});
  if (!reply.ok) return sayFailure(speech, err, reply.failure);
  if (invocation.options.json) {
    io.out(`${JSON.stringify(reply.value, null, 2)}\n`);
    return exitCodes.done;
  }
  const { name } = speech;
  const rows = reply.value.map((sample) => [sample.id, name(sample.name), name(sample.summary)]);
  const columns = [0, 1, 2].map(() => ({ header: '', align: 'start' as const }));
  for (const block of tableLines(columns, rows, out.width)) for (const line of block.rows) out.line(line);
  return exitCodes.done;
}
