import { languages, message, StartFailure } from './messages.mjs';

/** @typedef {{ help: boolean, open: boolean, lang: string | undefined, port: string | undefined }} StartOptions */

/** Decodes the options of `npm start`; a wrong one is a usage failure (exit code 2).
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function decodeStartOptions(args) {
  /** @type {StartOptions} */
  const options = { help: false, open: true, lang: undefined, port: undefined };
  for (let at = 0; at < args.length; at += 1) {
    const [option = '', written] = splitAtEquals(args[at] ?? '');
    const value = () => {
      const given = written ?? args[++at];
      if (given === undefined || given.startsWith('--')) fail('missingValue', { option });
      return given ?? '';
    };
    if (option === '--help' || option === '-h') options.help = true;
    else if (option === '--no-open') options.open = false;
    else if (option === '--lang') options.lang = languageOf(value());
    else if (option === '--port') options.port = portOf(value());
    else fail('unknownOption', { option: args[at] ?? '' });
  }
  return options;
}

/** @param {string} arg @returns {[string, string | undefined]} */
function splitAtEquals(arg) {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** @param {string} value */
function languageOf(value) {
  if (!languages.some((language) => language === value)) fail('wrongLanguage', { value });
  return value;
}

/** @param {string} value */
function portOf(value) {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) fail('wrongPort', { value });
  return value;
}

/** @param {string} key @param {Record<string, string>} values @returns {never} */
function fail(key, values) {
  throw new StartFailure(`${message(key, values)}\n\n${message('usage')}`, 2);
}
