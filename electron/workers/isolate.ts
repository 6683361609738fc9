// A place apart from the host in which work runs: a thread, or a process of its own. Of a thread one can be sure that it
// ends when it is told to, unless it is inside native code; of a process also that its crash is nobody else's.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

export interface IsolateEvents {
  readonly onMessage: (message: unknown) => void;
  /** It has ended without having been told to; said once. */
  readonly onLost: (reason: LostIsolate) => void;
}

export interface Isolate {
  readonly post: (message: unknown) => void;
  /** Whether the program goes on as long as this does; at first it does not. */
  readonly hold: (isHeld: boolean) => void;
  /** Whether shared memory that is posted to it is shared; elsewhere it arrives as a copy, or not at all. */
  readonly sharesMemory: boolean;
  /** Memory of this process alone; undefined where it has none of its own, or the system does not tell. */
  readonly usedBytes: () => number | undefined;
  readonly processId: number | undefined;
  /** Ends it at once, in the middle of whatever it does; no event follows. Settles when it is gone. */
  readonly end: () => Promise<void>;
}

export type StartIsolate = (file: URL, events: IsolateEvents) => Isolate;

export class LostIsolate extends Error {
  readonly wasFull: boolean;
  constructor(message: string, wasFull: boolean, cause?: unknown) {
    super(message, { cause });
    this.wasFull = wasFull;
  }
}

/**
 * Of the heap. A thread's typed arrays do not count, and a heap that grows in great leaps ends the whole process before V8
 * stops the thread: that is what processes are for.
 */
export const mostHeapMegabytes = 1024;

export const inThread: StartIsolate = (file, { onMessage, onLost }) => {
  const worker = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
  });
  let isEnded = false;
  const lose = (reason: LostIsolate): void => {
    if (isEnded) return;
    isEnded = true;
    void worker.terminate();
    onLost(reason);
  };
  const loseBy = (error: unknown): void => {
    const wasFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    lose(new LostIsolate(`a thread has failed: ${String(error)}`, wasFull, error));
  };
  worker.on('message', (message) => {
    if (!isEnded) onMessage(message);
  });
  worker.on('error', loseBy);
  worker.on('messageerror', loseBy);
  worker.on('exit', (code) => lose(new LostIsolate(`a thread has exited with code ${code}`, false)));
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    sharesMemory: true,
    usedBytes: () => undefined,
    processId: undefined,
    end: async () => {
      isEnded = true;
      await worker.terminate();
    },
  };
};

const outOfMemory = /heap out of memory|Allocation failed|Reached heap limit/i;
const keptErrorLength = 4_000;

/** Not within Electron, whose own binary does not run as Node. */
export const inProcess: StartIsolate = (file, { onMessage, onLost }) => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = fork(file, {
    env,
    execArgv: [`--max-old-space-size=${mostHeapMegabytes}`],
    // Copies typed arrays, maps and infinite numbers as threads do.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let isEnded = false;
  let errors = '';
  const gone = new Promise<void>((settle) => {
    child.once('exit', () => settle());
    child.once('error', () => settle());
  });
  const lose = (message: string): void => {
    if (isEnded) return;
    isEnded = true;
    child.kill('SIGKILL');
    onLost(new LostIsolate(`${message}\n${errors}`.trim(), outOfMemory.test(errors)));
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(0, keptErrorLength);
  });
  child.on('message', (message) => {
    if (!isEnded) onMessage(message);
  });
  child.on('error', (error) => lose(`a process could not be started or reached: ${error.message}`));
  // Not at its exit: what it has said last may still be on the way.
  child.once('close', (code, signal) =>
    lose(`a process has ended with ${signal === null ? `code ${code}` : signal}`),
  );
  const hold = (isHeld: boolean): void => {
    // A pipe that holds the program is not in the types of a plain stream.
    const errorPipe = child.stderr as unknown as { ref?: () => void; unref?: () => void } | null;
    for (const part of [child, child.channel, errorPipe])
      if (isHeld) part?.ref?.();
      else part?.unref?.();
  };
  hold(false);
  return {
    post: (message) => {
      // What cannot be sent any more is answered by the loss of the process.
      if (child.connected) child.send(message as object, () => {});
    },
    hold,
    sharesMemory: false,
    usedBytes: () => (child.pid === undefined ? undefined : residentBytes(child.pid)),
    processId: child.pid,
    end: async () => {
      isEnded = true;
      hold(true);
      child.kill('SIGKILL');
      await gone;
    },
  };
};

const pageBytes = 4096;

/** Memory that a process holds; undefined where the system does not tell. */
export function residentBytes(processId: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return Number(readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return undefined;
  }
}
