// The io of the running process: streams, signals and the end of the parent.
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CliIo } from './io.ts';

/** Built, this is part of dist/host; run from the sources, it lies in electron/cli. */
const builtPage = import.meta.url.endsWith('.ts') ? '../../dist/renderer/' : '../renderer/';

/** Signals that ask for an end, and a parent that is gone: all of them abort `ending`. */
export function processIo(): CliIo {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => ending.abort(128 + constants.signals[signal]));
  }
  // The start script keeps a channel open; it closes when that script dies.
  process.once('disconnect', () => ending.abort(128 + constants.signals.SIGTERM));
  process.channel?.unref();
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietlyWhenNobodyReads);

  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns ?? process.stderr.columns,
    readInput,
    pageFolder: fileURLToPath(new URL(builtPage, import.meta.url)),
    ending: ending.signal,
  };
}

/** `saff ... | head` closes the pipe early: that is no fault of anybody. */
function endQuietlyWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') process.exit(0);
  throw error;
}

async function readInput(limitBytes: number): Promise<Uint8Array | 'tooLarge'> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Buffer);
    length += bytes.length;
    if (length > limitBytes) {
      process.stdin.destroy();
      return 'tooLarge';
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
