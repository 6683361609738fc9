// What every command works with: its options, its voice, its terminals and, once it asks, the host.
import type { Client } from '../../core/contract/client.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import type { Texts } from '../../locales/loadTranslator.ts';
import { directionOf, type Language } from '../../locales/settings.ts';
import type { Invocation } from './arguments/parseArguments.ts';
import type { CliIo } from './io.ts';
import type { LocalHost } from './localHost.ts';
import { createSpeech, type Speech } from './speech.ts';
import { createTerminal, type Terminal } from './text/terminal.ts';

export interface Session {
  readonly io: CliIo;
  readonly invocation: Invocation;
  readonly speech: Speech;
  /** For reading results; what a program reads goes to `io.out` as it is. */
  readonly out: Terminal;
  readonly err: Terminal;
  /** The voice for one plan, with the plan's own calendar, week and digits. */
  readonly speechFor: (plan: Plan) => Speech;
  /** The host of this process, opened at the first call and closed by whoever runs the command. */
  readonly host: () => Promise<LocalHost>;
  readonly client: () => Promise<Client>;
}

export function createSession(
  io: CliIo,
  texts: Texts,
  invocation: Invocation,
  host: () => Promise<LocalHost>,
): Session {
  const { digits, calendar } = invocation.options;
  const { language } = texts;
  return {
    io,
    invocation,
    speech: createSpeech(texts, { digits, calendar }),
    out: terminalOf(io, language, 'out'),
    err: terminalOf(io, language, 'err'),
    speechFor: (plan) => createSpeech(texts, { digits, calendar }, plan),
    host,
    client: async () => (await host()).client,
  };
}

/** Colour only on a terminal, and never where the person has asked for none (no-color.org). */
export function terminalOf(io: CliIo, language: Language, stream: 'out' | 'err'): Terminal {
  const isTerminal = stream === 'out' ? io.outIsTerminal : io.errIsTerminal;
  return createTerminal({
    write: stream === 'out' ? io.out : io.err,
    columns: io.columns,
    direction: directionOf(language),
    colour: isTerminal && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb',
  });
}
