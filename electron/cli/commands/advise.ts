// Organisations for a company from what it needs: printed, as JSON, as plan files, and simulated where that is asked for.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NeedsSample } from '../../../core/contract/advice.ts';
import type { Advice } from '../../../core/measures/advice.ts';
import { type AskedNeeds, parseNeeds } from '../../../core/plan/parseNeeds.ts';
import { buildReport } from '../../../core/report/buildReport.ts';
import { failed, ok, type Result } from '../../../core/units/result.ts';
import { writeWhole } from '../../files/writeWhole.ts';
import { exitCodes } from '../exitCodes.ts';
import { planText } from '../plan/planText.ts';
import type { Simulated } from '../runSimulation.ts';
import { type CliFailure, sayFailure, sayFaults } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { createSpeech, type Speech } from '../speech.ts';
import { writeAdvice } from '../text/adviceText.ts';
import { writeReport } from '../text/textReport.ts';
import { simulateText } from './simulate.ts';

export async function adviseCommand(session: Session): Promise<number> {
  const { io, invocation, speech, out, err } = session;
  const { json, out: folder, simulate, digits, calendar } = invocation.options;
  const found = await askedNeeds(session, invocation.argument ?? '');
  if (typeof found === 'number') return found;
  const { present, ...asked } = found;
  const reply = await (await session.client()).call('advice.propose', {
    ...{ needs: asked.needs, locale: asked.locale, id: asked.id.slice(0, 40), name: asked.name },
    ...(asked.start !== undefined && { start: asked.start }),
    ...(present !== null && { present: JSON.stringify(present) }),
  });
  if (!reply.ok) {
    const code = sayFailure(speech, err, reply.failure);
    sayFaults(speech, err, reply.failure.faults ?? []);
    return code;
  }
  const advice = reply.value;
  if (folder !== undefined) {
    const written = await writePlans(advice, folder);
    if (!written.ok) return sayFailure(speech, err, written.failure);
    err.paragraph(speech.t('advice.page.written', { files: speech.format.list(written.value) }));
  }
  const [first] = advice.candidates;
  const own: Speech =
    first === undefined ? speech : createSpeech(speech.texts, { digits, calendar }, first.document);
  if (json !== true) writeAdvice(advice, asked.name, own, out);
  const simulated = simulate === true ? await simulateAll(session, advice) : [];
  if (typeof simulated === 'number') return simulated;
  if (json === true) {
    const results = Object.fromEntries(simulated.map(({ id, result }) => [id, result]));
    io.out(`${JSON.stringify(simulate === true ? { ...advice, results } : advice, null, 2)}\n`);
    return exitCodes.done;
  }
  for (const { id, plan, result } of simulated) {
    out.line();
    const { t, format } = own;
    out.paragraph(
      t('advice.page.simulated', {
        candidate: t.dynamic('advice.word.candidate', id),
        seed: format.number(result.seed, { grouped: false }),
        replications: format.integer(result.replications),
      }),
      { style: 'bold' },
    );
    writeReport(buildReport(plan, result), session.speechFor(plan), out);
  }
  return exitCodes.done;
}

/** A file, standard input, or the needs that come with the product; or the exit code after its failure was said. */
async function askedNeeds(session: Session, argument: string): Promise<AskedNeeds | number> {
  const { speech, err, client } = session;
  const samples = await (await client()).call('advice.samples', {});
  const sample = samples.ok ? samples.value.find(({ id }) => id === argument) : undefined;
  if (sample !== undefined) return ofSample(sample);
  const source = await planText(session, argument);
  if (!source.ok) return sayFailure(speech, err, source.failure);
  const { asked, faults } = parseNeeds(source.value);
  if (asked !== null) return asked;
  const code = sayFailure(speech, err, { code: 'planInvalid', params: { count: faults.length } });
  sayFaults(speech, err, faults);
  return code;
}

const ofSample = ({ file: { id, name, needs, locale, start } }: NeedsSample): AskedNeeds => ({
  ...{ id, name, needs, locale, start, present: null },
});

/** Paths of the plan files. Fails with `fileNotWritten`. */
async function writePlans(
  { candidates }: Advice,
  folder: string,
): Promise<Result<readonly string[], CliFailure>> {
  const written: string[] = [];
  for (const { document, text } of candidates) {
    const name = join(folder, `${document.id}.plan.json`);
    const outcome = await mkdir(folder, { recursive: true }).then(
      () => writeWhole(name, text),
      (error: NodeJS.ErrnoException) => failed(error.code ?? error.message),
    );
    if (!outcome.ok) return failed({ code: 'fileNotWritten', params: { name, reason: outcome.failure } });
    written.push(name);
  }
  return ok(written);
}

interface SimulatedCandidate extends Simulated {
  readonly id: string;
}

/** Each candidate's run, or the exit code after a failure was said. */
async function simulateAll(
  session: Session,
  { candidates }: Advice,
): Promise<readonly SimulatedCandidate[] | number> {
  const found: SimulatedCandidate[] = [];
  for (const { id, text } of candidates) {
    const simulated = await simulateText(session, text);
    if (typeof simulated === 'number') return simulated;
    found.push({ id, ...simulated });
  }
  return found;
}
