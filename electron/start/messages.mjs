// The few lines that are said before anything is installed: read from the locale files directly, without a package.
import { readFileSync } from 'node:fs';
import { inProject } from './projectRoot.mjs';

export const languages = /** @type {const} */ (['fa', 'ar', 'en']);

/** The language of a `--lang` argument, else of the environment, else English.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} environment
 */
export function chosenLanguage(args, environment) {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.includes('=') ? args[at].slice('--lang='.length) : args[at + 1];
  const wanted = at >= 0 ? asked : environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  return languages.find((language) => wanted === language || wanted?.match(`^${language}[_.-]`)) ?? 'en';
}

/** The function that gives a text by its key, with its placeholders filled.
 * @param {string} language
 */
export function messagesIn(language) {
  /** @type {Record<string, string>} */
  const texts = JSON.parse(readFileSync(inProject('locales', language, 'start.json'), 'utf8'));
  /** @param {string} key @param {Record<string, string | number>} [values] */
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name] ?? ''));
}

export const message = messagesIn(chosenLanguage(process.argv.slice(2), process.env));

/** An expected end of a start script: said in one line, without a stack. */
export class StartFailure extends Error {
  /** @param {string} text @param {number} [exitCode] @param {string} [detail] */
  constructor(text, exitCode = 1, detail = '') {
    super(text);
    this.exitCode = exitCode;
    this.detail = detail;
  }
}

/** Runs a start script; its expected failures become one line and an exit code.
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  try {
    requireNode(20);
    process.exitCode = await script();
  } catch (failure) {
    if (!(failure instanceof StartFailure)) throw failure;
    process.stderr.write(`${failure.message}\n${failure.detail ? `${failure.detail.trimEnd()}\n` : ''}`);
    process.exitCode = failure.exitCode;
  }
}

/** @param {number} wanted */
function requireNode(wanted) {
  const found = process.versions.node;
  if (Number.parseInt(found, 10) < wanted) throw new StartFailure(message('nodeTooOld', { wanted, found }));
}
