// Starts the built desktop application on the double, and gives the test its line to it.
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Wishes } from './control.ts';

export interface Desktop {
  readonly ask: <Kind extends keyof Wishes>(kind: Kind, input: Wishes[Kind]) => Promise<unknown>;
  /** Waits until the page is there. */
  readonly shown: () => Promise<void>;
  readonly exited: Promise<number | null>;
  readonly dataFolder: string;
  readonly processId: number;
  readonly output: () => string;
  /** Its data go with it, unless they are to be kept. */
  readonly stop: (keepsData?: boolean) => Promise<void>;
}

/** In a folder of its own, unless it is to go on where an earlier one ended. */
export function startDesktop(
  mainScript: string,
  args: readonly string[] = [],
  dataFolder = mkdtempSync(join(tmpdir(), 'saff-desktop-')),
): Desktop {
  const child: ChildProcess = fork(
    fileURLToPath(new URL('./run.mjs', import.meta.url)),
    [mainScript, ...args],
    {
      execArgv: [],
      env: {
        ...process.env,
        SAFF_DOUBLE_DATA: dataFolder,
        SAFF_DATA: join(dataFolder, 'plans'),
        NODE_OPTIONS: '',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | null>((settle) => child.once('exit', settle));
  const waiting = new Map<number, { settle: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    if (error === undefined) waiting.get(id)?.settle(value);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  void exited.then((code) => {
    for (const { reject } of waiting.values())
      reject(new Error(`the application ended with ${code}\n${output}`));
  });

  const ask: Desktop['ask'] = (kind, input) =>
    new Promise((settle, reject) => {
      if (!child.connected)
        return reject(new Error(`the application ended with ${child.exitCode}\n${output}`));
      waiting.set(++last, { settle, reject });
      child.send({ id: last, kind, input });
    });
  return {
    ask,
    shown: async () => {
      for (;;) {
        const isThere = await ask('evaluate', {
          expression: 'document.readyState === "complete" && location.protocol === "https:"',
        }).catch((error) => {
          if (/ended with/.test(String(error))) throw error;
          return false;
        });
        if (isThere === true) return;
        await new Promise((settle) => setTimeout(settle, 50));
      }
    },
    exited,
    dataFolder,
    processId: child.pid ?? 0,
    output: () => output,
    stop: async (keepsData = false) => {
      if (child.connected) child.disconnect();
      await exited;
      if (!keepsData) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
