import { buildReport } from '../../../core/report/buildReport.ts';
import { openBrowser } from '../../serve/openBrowser.ts';
import { startServer } from '../../serve/server.ts';
import { exitCodes } from '../exitCodes.ts';
import { sayFailure } from '../sayFailure.ts';
import type { Session } from '../session.ts';
import { writeReport } from '../text/textReport.ts';
import { simulateText } from './simulate.ts';

const reportedSample = 'online-shop';

/** Serves the page on this machine until it is asked to end; that end is its success. */
export async function serveCommand(session: Session): Promise<number> {
  const { io, invocation, speech, err } = session;
  const { port, open, report, lang } = invocation.options;
  const { host } = await session.host();
  const started = await startServer({ host, assetsFolder: io.pageFolder, port, language: lang });
  if (!started.ok) {
    // A port is a name, not an amount: it is written without groups.
    const params = Object.fromEntries(
      Object.entries(started.failure.params).map(([name, value]) => [name, `${value}`]),
    );
    return sayFailure(speech, err, { code: started.failure.code, params });
  }
  const server = started.value;
  try {
    io.out(`${server.url}\n`);
    err.paragraph(speech.t('cli.serve.running'), { style: 'dim' });
    if (open === true && !(await openBrowser(server.openingUrl(), { env: { ...io.env } })).ok)
      err.paragraph(speech.t('cli.serve.notOpened'));
    if (report === true) await writeSampleReport(session);
    await endOf(io.ending);
    return exitCodes.done;
  } finally {
    await server.close();
  }
}

async function writeSampleReport(session: Session): Promise<void> {
  const sample = await (await session.client()).call('samples.open', { id: reportedSample });
  if (!sample.ok) {
    sayFailure(session.speech, session.err, sample.failure);
    return;
  }
  const simulated = await simulateText(session, sample.value.text);
  if (typeof simulated === 'number') return;
  session.out.line();
  writeReport(buildReport(simulated.plan, simulated.result), session.speechFor(simulated.plan), session.out);
}

/** A signal alone does not keep a process alive; the server does. */
function endOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((settle) => signal.addEventListener('abort', () => settle(), { once: true }));
}
