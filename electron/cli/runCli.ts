// The command line from its words to its exit code. Expected failures are said in the language; a defect is caught here,
// once, and shown by its number.
import { loadTexts } from '../../locales/loadTranslator.ts';
import { dataFolder } from '../host/dataFolder.ts';
import { logged } from '../host/errorLog.ts';
import { chosenLanguage } from './arguments/chosenLanguage.ts';
import type { CommandName } from './arguments/commandTable.ts';
import { parseArguments } from './arguments/parseArguments.ts';
import type { CliIo } from './io.ts';
import type { HostUse, LocalHost } from './localHost.ts';
import { sayFailure, sayUsage } from './sayFailure.ts';
import { createSession, type Session, terminalOf } from './session.ts';
import { createSpeech } from './speech.ts';

/** Opens the host; a test may give another. */
export type OpenHost = (
  log: (errorId: string, error: unknown) => void,
  folder: string,
  use: HostUse,
) => Promise<LocalHost>;

const openHostHere: OpenHost = async (log, folder, use) =>
  (await import('./localHost.ts')).openLocalHost(log, folder, use);

type Run = (session: Session) => Promise<number>;

/** Each command is loaded when it is asked for. */
const runs: Readonly<Record<CommandName, () => Promise<Run>>> = {
  samples: async () => (await import('./commands/samples.ts')).samplesCommand,
  advise: async () => (await import('./commands/advise.ts')).adviseCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
  'break-even': async () => (await import('./commands/breakEven.ts')).breakEvenCommand,
  sensitivity: async () => (await import('./commands/sensitivity.ts')).sensitivityCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  stress: async () => (await import('./commands/stress.ts')).stressCommand,
  'least-cost': async () => (await import('./commands/leastCost.ts')).leastCostCommand,
  probability: async () => (await import('./commands/probability.ts')).probabilityCommand,
  accuracy: async () => (await import('./commands/accuracy.ts')).accuracyCommand,
  review: async () => (await import('./commands/review.ts')).reviewCommand,
  trace: async () => (await import('./commands/trace.ts')).traceCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  library: async () => (await import('./commands/library.ts')).libraryCommand,
  formula: async () => (await import('./commands/formula.ts')).formulaCommand,
  version: async () => (await import('./commands/version.ts')).versionCommand,
  help: async () => (await import('./commands/help.ts')).helpCommand,
};

export async function runCli(
  words: readonly string[],
  io: CliIo,
  openHost: OpenHost = openHostHere,
): Promise<number> {
  const language = chosenLanguage(words, io.env);
  const texts = await loadTexts(language);
  const log = debugLog(io);
  let opened: Promise<LocalHost> | undefined;
  const openOnce = (folder: string, use: HostUse): Promise<LocalHost> => {
    opened ??= openHost(log, folder, use);
    return opened;
  };
  try {
    const parsed = parseArguments(words);
    if (!parsed.ok) return sayUsage(createSpeech(texts), terminalOf(io, language, 'err'), parsed.failure);
    const { command } = parsed.value;
    const run = await runs[command]();
    const { data } = parsed.value.options;
    const folder = dataFolder(data === undefined ? io.env : { SAFF_DATA: data });
    return await run(createSession(io, texts, parsed.value, () => openOnce(folder, useOf(command))));
  } catch (error) {
    const failure = { code: 'internal', params: { errorId: logged(log, error) } } as const;
    return sayFailure(createSpeech(texts), terminalOf(io, language, 'err'), failure);
  } finally {
    // A host that could not be opened was said to be so above.
    const host = await opened?.catch(() => undefined);
    await host?.close();
  }
}

const useOf = (command: CommandName): HostUse =>
  command === 'serve' ? 'stays' : command === 'simulate' ? 'run' : 'command';

/** Stack traces are for those who ask for them. */
function debugLog(io: CliIo): (errorId: string, error: unknown) => void {
  return (errorId, error) => {
    if (!io.env['SAFF_DEBUG']) return;
    io.err(`${errorId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  };
}
