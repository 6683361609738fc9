// Two ways to run another program: unseen, keeping what it says; or in the foreground, as if it were this one.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { projectRoot } from './projectRoot.mjs';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, capMs?: number, input?: string }} Unseen */

/** Runs a program to its end and gives its exit code and all that it said. Never rejects.
 * Interrupted itself, this process ends as soon as the program has.
 * @param {string} program @param {readonly string[]} args @param {Unseen} [how]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runUnseen(program, args, how = {}) {
  const { cwd = projectRoot, env = process.env, shell = false, capMs } = how;
  return new Promise((settle) => {
    let output = '';
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    const cap = capMs && setTimeout(() => child.kill('SIGKILL'), capMs);
    const stop = stopTogether(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => settle({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code, signal) => {
      if (cap) clearTimeout(cap);
      const interruption = stop();
      if (interruption) process.exit(exitCodeOf(null, interruption));
      settle({ code: exitCodeOf(code, signal), output });
    });
  });
}

/** Runs a program with this process's terminal, passes signals on, and gives its exit code.
 * The child gets a channel that closes when this process dies, so that it can end too.
 * @param {string} program @param {readonly string[]} args @param {{ channel?: boolean, env?: NodeJS.ProcessEnv }} [how]
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, { channel = false, env = process.env } = {}) {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      env,
      stdio: ['inherit', 'inherit', 'inherit', channel ? 'ipc' : 'ignore'],
    });
    const stop = stopTogether(child);
    const watch = process.env.npm_lifecycle_event ? stopWithParent(child) : undefined;
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      stop();
      settle(exitCodeOf(code, signal));
    });
  });
}

/** A terminal sends Ctrl-C to parent and child alike; any other sender only to the parent, which passes it on.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopTogether(child) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @type {(signal: NodeJS.Signals) => void} */
  const pass = (signal) => {
    received = signal;
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    return received;
  };
}

/** A signal that ends npm reaches the shell between npm and this process, but not this process.
 * @param {import('node:child_process').ChildProcess} child
 */
function stopWithParent(child) {
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500);
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
const exitCodeOf = (code, signal) => code ?? 128 + (signal ? constants.signals[signal] : 0);
