// The steps of a test run and its last line. Every step is counted like a test, so that none can be lost.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { node24 } from '../../electron/start/ensure.mjs';
import { projectRoot } from '../../electron/start/projectRoot.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Runs the steps one after the other; the last line it prints is `N passed, N failed`.
 * @param {readonly { name: string, run: () => Promise<Count> }[]} steps
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of steps) {
    const begun = Date.now();
    process.stdout.write(`\n== ${name}\n`);
    const count = await run().catch((/** @type {unknown} */ error) => {
      process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
      if (error instanceof Error && 'detail' in error) process.stdout.write(`${error.detail}\n`);
      return { passed: 0, failed: 1 };
    });
    total.passed += count.passed;
    total.failed += count.failed;
    const verdict = count.failed === 0 ? 'passed' : 'FAILED';
    process.stdout.write(`== ${name}: ${verdict} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** A step that is one test: it passes unless it throws.
 * @param {() => unknown} work
 * @returns {Promise<Count>}
 */
export async function asOneTest(work) {
  await work();
  return { passed: 1, failed: 0 };
}

/** Runs a script of node_modules on Node 24 with its output shown.
 * @param {readonly string[]} script path below the project, then its arguments
 * @param {(text: string) => void} [keep] takes the output instead
 * @returns {Promise<Count>}
 */
export async function runTool([path = '', ...args], keep) {
  const code = await runShown([join(projectRoot, path), ...args], keep);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The same beside other steps: its output waits until it has ended.
 * @param {readonly string[]} script
 * @returns {Promise<Count>}
 */
export async function runToolBeside(script) {
  let said = '';
  const count = await runTool(script, (text) => {
    said += text;
  });
  process.stdout.write(said);
  return count;
}

/** Runs vitest and counts its tests; a file that could not be loaded and an error outside of any test count too.
 * @param {readonly string[]} projects @param {readonly string[]} filters
 * @returns {Promise<Count>}
 */
export async function runVitest(projects, filters) {
  const results = join(projectRoot, 'out', `vitest-${process.pid}.json`);
  mkdirSync(join(projectRoot, 'out'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const code = await runShown([
    join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    ...reporters,
    ...filters,
  ]);
  try {
    return countTests(JSON.parse(readFileSync(results, 'utf8')), code);
  } finally {
    rmSync(results, { force: true });
  }
}

/** @typedef {{ status: string, assertionResults: { status: string }[] }} FileResult */

/** @param {{ testResults: FileResult[] }} results @param {number} exitCode @returns {Count} */
export function countTests({ testResults }, exitCode) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failedTests = tests.filter(({ status }) => status === 'failed').length;
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const skipped = tests.length - passed - failedTests;
  if (skipped > 0) process.stdout.write(`${skipped} tests were skipped: see the list above.\n`);
  if (tests.length === 0) process.stdout.write('No test ran.\n');
  const failed = failedTests + unloaded;
  const isOtherwiseWrong = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failed + (isOtherwiseWrong ? 1 : 0) };
}

/**
 * The tests start some hundred processes from the same sources: each takes what the ones before it have compiled, which saves
 * a sixth of the whole run.
 * @param {readonly string[]} args @param {(text: string) => void} [keep] takes the output instead of showing it
 * @returns {Promise<number>}
 */
function runShown(args, keep) {
  return new Promise((settle, reject) => {
    const { NODE_ENV: _, ...given } = process.env;
    const env = { NODE_COMPILE_CACHE: join(projectRoot, 'out', 'compile-cache'), ...given };
    const child = spawn(node24() ?? process.execPath, args, {
      cwd: projectRoot,
      env,
      stdio: keep === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    if (keep !== undefined)
      for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once(keep === undefined ? 'exit' : 'close', (code) => settle(code ?? 1));
  });
}
