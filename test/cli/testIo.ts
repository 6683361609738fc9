// An io that keeps what is written, for running the command line inside the test.
import type { CliIo } from '../../electron/cli/io.ts';
import { type OpenHost, runCli } from '../../electron/cli/runCli.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around extends Partial<Omit<CliIo, 'out' | 'err'>> {
  readonly input?: string;
  readonly openHost?: OpenHost;
  /** Called with each piece as it is written. */
  readonly onOut?: (text: string) => void;
  readonly onErr?: (text: string) => void;
}

/** Runs the words of a command; English unless asked otherwise. */
export async function run(
  words: readonly string[],
  { input = '', openHost, onOut, onErr, ...io }: Around = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCli(
    words,
    {
      out: (text) => {
        out += text;
        onOut?.(text);
      },
      err: (text) => {
        err += text;
        onErr?.(text);
      },
      env: {},
      outIsTerminal: false,
      errIsTerminal: false,
      columns: undefined,
      readInput: async (limit) => (input.length > limit ? 'tooLarge' : new TextEncoder().encode(input)),
      pageFolder: '',
      ending: new AbortController().signal,
      ...io,
    },
    openHost,
  );
  return { code, out, err };
}

/** Lines as they would stand in a terminal: without the marks that take no cell. */
export const visible = (text: string): string => text.replace(/[\u200B-\u200F\u061C\u2066-\u2069]/g, '');
