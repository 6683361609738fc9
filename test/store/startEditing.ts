// Starts the editing process and collects what it says; and the state that every library must be in afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../electron/store/openLibrary.ts';
import type { Mode } from './editingProcess.ts';

const script = fileURLToPath(new URL('./editingProcess.ts', import.meta.url));
const jumpingClock = new URL('./jumpingClock.ts', import.meta.url).href;

export interface Editing {
  readonly child: ChildProcess;
  readonly lines: () => readonly string[];
  readonly exited: Promise<void>;
  /** Settles when so many lines begin with the word. */
  readonly said: (word: string, times?: number) => Promise<void>;
}

export interface EditingOptions {
  readonly mode?: Mode;
  readonly edits?: number;
  readonly pauseMs?: number;
  /** A command that runs the process, such as a tracer with its options. */
  readonly under?: readonly string[];
  readonly uid?: number;
  /** Its clock jumps, beginning at this point of the jumps. */
  readonly clockAt?: number;
}

export function startEditing(
  folder: string,
  { mode = 'edit', edits = 1_000_000, pauseMs = 0, under = [], uid, clockAt }: EditingOptions = {},
): Editing {
  const [command = '', ...words] = [
    ...under,
    process.execPath,
    ...(clockAt === undefined ? [] : ['--import', jumpingClock]),
    script,
    folder,
    mode,
    String(edits),
    String(pauseMs),
  ];
  const child = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', SAFF_CLOCK_AT: String(clockAt ?? 0) },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let output = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    output += chunk;
    for (const listen of [...listeners]) listen();
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  // The last line may have been cut by the kill.
  const lines = (): readonly string[] => output.slice(0, output.lastIndexOf('\n') + 1).split('\n');
  const exited = new Promise<void>((settle) => child.once('close', () => settle()));
  return {
    child,
    lines,
    exited,
    said: (word, times = 1) =>
      new Promise((settle, reject) => {
        const look = (): void => {
          if (lines().filter((line) => line.startsWith(word)).length < times) return;
          listeners.delete(look);
          settle();
        };
        listeners.add(look);
        void exited.then(() => {
          look();
          reject(new Error(`ended without "${word}"\n${output}\n${errors}`));
        });
        look();
      }),
  };
}

export const savedNotes = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('saved ')).map((line) => line.slice('saved '.length));

export interface StateFound {
  readonly state: string;
  readonly failure: string | null;
  readonly findings: readonly unknown[];
  /** Edits that were reported as saved and are not there, or there more than once. */
  readonly lost: readonly string[];
  /** Edits that are there although nobody was told so. */
  readonly unreported: number;
}

/** Every edit that was reported is there exactly once, and everything is in order. */
export function stateAfter(folder: string, saved: readonly string[]): StateFound {
  const library = openLibrary({ folder });
  try {
    const { state, failure } = library.status();
    const check = library.check();
    const listed = library.list(false);
    const notes = (listed.ok ? listed.value.plans : []).flatMap(({ plan }) => {
      const opened = library.open(plan);
      return opened.ok ? opened.value.document.notes : [];
    });
    return {
      state,
      failure: failure?.code ?? null,
      findings: check.ok ? check.value.findings : [check.failure],
      lost: saved.filter((note) => notes.filter((found) => found === note).length !== 1),
      unreported: notes.filter((note) => !saved.includes(String(note))).length,
    };
  } finally {
    library.close();
  }
}
