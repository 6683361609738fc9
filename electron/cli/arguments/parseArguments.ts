// From the words that were typed to a command with decoded options, or to what is wrong with them. Strict: nothing is
// ignored, and nothing is guessed.

import { failed, ok, type Result } from '../../../core/units/result.ts';
import { parseNumber } from '../../../locales/format/parseNumber.ts';
import type { Calendar, Digits, Language } from '../../../locales/settings.ts';
import {
  type ActionName,
  actionNames,
  actions,
  type Command,
  type CommandName,
  commandNames,
  commands,
  flagOf,
  isAction,
  isCommand,
  type OptionKind,
  type OptionName,
  options,
  optionTyped,
  usageOf,
} from './commandTable.ts';

export interface Options {
  readonly json?: true;
  readonly csv?: true;
  readonly by?: 'formula' | 'simulation';
  /** What a number is about, and of which interval. */
  readonly of?: string;
  readonly at?: string;
  readonly replications?: number;
  /** Half-width as a fraction. */
  readonly precision?: number;
  readonly replication?: number;
  /** Ends of a window of time, in hours from the start of the horizon. */
  readonly from?: number;
  readonly to?: number;
  readonly limit?: number;
  readonly seed?: number;
  readonly workers?: number;
  readonly port?: number;
  readonly open?: true;
  readonly noOpen?: true;
  readonly report?: true;
  readonly list?: true;
  /** Id of a promise. */
  readonly promise?: string;
  readonly check?: true;
  /** A month, in the currency of the plan. */
  readonly assistantCost?: number;
  readonly formulas?: true;
  readonly simulation?: true;
  readonly removed?: true;
  readonly bundle?: true;
  readonly scenarios?: true;
  /** A table of what really happened. */
  readonly actuals?: string;
  readonly out?: string;
  readonly simulate?: true;
  readonly data?: string;
  readonly lang?: Language;
  readonly digits?: Digits;
  readonly calendar?: Calendar;
  readonly help?: true;
}

export interface Invocation {
  readonly command: CommandName;
  /** What is to be done, for a command that has actions. */
  readonly action: ActionName | undefined;
  readonly options: Options;
  /** The plan, the formula, the part of a case's name, or the command to be explained. */
  readonly argument: string | undefined;
  /** All plans, for a command that takes several. */
  readonly plans?: readonly string[];
  /** The measure, for a command that takes one behind its plan. */
  readonly measure?: string;
}

export const usageCodes = [
  'unknownCommand',
  'missingCommand',
  'unknownOption',
  'missingValue',
  'unexpectedValue',
  'repeatedOption',
  'badWholeNumber',
  'badPrecision',
  'badHours',
  'badChoice',
  'conflict',
  'missingPlan',
  'missingFormula',
  'missingNeeds',
  'missingMeasure',
  'missingAction',
  'unknownAction',
  'tooManyArguments',
] as const;
export type UsageCode = (typeof usageCodes)[number];

/** What is wrong with the words typed; its sentence is `cli.usage.<code>`. */
export interface UsageFault {
  readonly code: UsageCode;
  readonly params: Readonly<Record<string, string>>;
  readonly command: CommandName | undefined;
}

type Decoded = Result<unknown, UsageFault>;

export function parseArguments(words: readonly string[]): Result<Invocation, UsageFault> {
  const [first, ...rest] = words;
  const known = commandNames.join(', ');
  if (first === undefined || first === '')
    return failed({ code: 'missingCommand', params: { known }, command: undefined });
  if (first === '--help' || first === '-h') return parseArguments(['help', ...rest]);
  if (first === '--version') return parseArguments(['version', ...rest]);
  // Options may come first, as in `saff --lang fa samples`; the command is then the first word that belongs to none.
  if (first.startsWith('-') && rest.length > 0) return parseArguments(commandFirst(words));
  if (!isCommand(first)) {
    return failed({ code: 'unknownCommand', params: { command: first, known }, command: undefined });
  }
  return parseFor(first, rest);
}

/** The words with the command moved to the front; as they are when no word is a command. */
function commandFirst(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => isCommand(word));
  if (at > 0) return [words[at] ?? '', ...words.slice(0, at), ...words.slice(at + 1)];
  return words.includes('--help') || words.includes('-h') ? ['help', ...words] : ['', ...words];
}

function parseFor(name: CommandName, words: readonly string[]): Result<Invocation, UsageFault> {
  const command: Command = commands[name];
  const refuse = (code: UsageCode, params: UsageFault['params'] = {}) =>
    failed({ code, params, command: name });
  const found = new Map<OptionName, unknown>();
  const rest: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      rest.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      rest.push(word);
      continue;
    }
    const [typed = '', written] = splitAtEquals(word);
    const option = optionTyped(typed);
    if (option === undefined || !command.options.includes(option)) {
      return refuse('unknownOption', {
        command: name,
        option: typed,
        known: command.options.map(flagOf).join(', '),
      });
    }
    if (found.has(option)) return refuse('repeatedOption', { option: typed });
    const takesValue = options[option].kind !== 'flag';
    if (!takesValue && written !== undefined)
      return refuse('unexpectedValue', { option: typed, value: written });
    const value = written ?? (takesValue ? words[++at] : '');
    if (
      value === undefined ||
      (takesValue && (value === '' || (written === undefined && value.startsWith('--'))))
    ) {
      return refuse('missingValue', { option: typed, example: usageOf(option) });
    }
    const decoded = decode(option, value, name);
    if (!decoded.ok) return decoded;
    found.set(option, decoded.value);
  }

  const given = Object.fromEntries(found) as Options;
  if (given.help === true)
    return ok({
      command: 'help',
      action: undefined,
      options: given,
      argument: name === 'help' ? rest[0] : name,
    });
  for (const [one, other] of command.conflicts) {
    if (found.has(one) && found.has(other))
      return refuse('conflict', { first: flagOf(one), second: flagOf(other) });
  }
  const takesPlan = ['plan', 'plans', 'planMeasure'].includes(command.argument);
  if (takesPlan && rest.length === 0) return refuse('missingPlan');
  if (command.argument === 'plans')
    return ok({ command: name, action: undefined, options: given, argument: rest[0], plans: rest });
  if (command.argument === 'planMeasure') {
    const [argument = '', measure, surplus] = rest;
    if (measure === undefined) return refuse('missingMeasure', { example: 'waitMeanSeconds' });
    if (surplus !== undefined) return refuse('tooManyArguments', { argument: surplus });
    return ok({ command: name, action: undefined, options: given, argument, measure });
  }
  if (command.argument === 'needs' && rest.length === 0)
    return refuse('missingNeeds', { example: 'computer-company' });
  if (command.argument === 'formula' && rest.length === 0 && given.list !== true)
    return refuse('missingFormula', { command: 'saff formula --list' });
  if (command.argument === 'action') return withAction(name, given, rest, refuse);
  const surplus = rest[command.argument === 'none' ? 0 : 1];
  if (surplus !== undefined) return refuse('tooManyArguments', { argument: surplus });
  const explained = command.argument === 'command' ? rest[0] : undefined;
  if (explained !== undefined && !isCommand(explained)) {
    return refuse('unknownCommand', { command: explained, known: commandNames.join(', ') });
  }
  return ok({ command: name, action: undefined, options: given, argument: rest[0] });
}

function withAction(
  command: CommandName,
  given: Options,
  [action, argument, ...rest]: readonly string[],
  refuse: (code: UsageCode, params?: UsageFault['params']) => Result<never, UsageFault>,
): Result<Invocation, UsageFault> {
  const known = actionNames.join(', ');
  if (action === undefined) return refuse('missingAction', { command, known });
  if (!isAction(action)) return refuse('unknownAction', { command, action, known });
  const takesPlan = actions[action] === 'plan';
  if (takesPlan && argument === undefined) return refuse('missingPlan');
  const surplus = takesPlan ? rest[0] : argument;
  if (surplus !== undefined) return refuse('tooManyArguments', { argument: surplus });
  return ok({ command, action, options: given, argument });
}

function splitAtEquals(word: string): readonly [string, string?] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function decode(name: OptionName, value: string, command: CommandName): Decoded {
  const option: OptionKind = options[name];
  const refuse = (code: UsageCode, params: UsageFault['params']) => failed({ code, params, command });
  switch (option.kind) {
    case 'flag':
      return ok(true);
    case 'folder':
    case 'id':
    case 'words':
      return ok(value);
    case 'choice':
      if (option.choices.includes(value)) return ok(value);
      return refuse('badChoice', { option: flagOf(name), value, choices: option.choices.join(', ') });
    case 'precision': {
      const share = parseNumber(value);
      if (share.ok && share.value > 0 && share.value < 1) return ok(share.value);
      return refuse('badPrecision', { value, fraction: '0.01', percent: '1%' });
    }
    case 'hours': {
      const hours = parseNumber(value, { percent: 'refuse' });
      if (hours.ok && hours.value >= 0 && hours.value <= option.high) return ok(hours.value);
      return refuse('badHours', { option: flagOf(name), value, high: String(option.high), example: '10.5' });
    }
    case 'wholeNumber': {
      const number = parseNumber(value, { percent: 'refuse' });
      const { low, high } = option;
      if (number.ok && Number.isInteger(number.value) && number.value >= low && number.value <= high) {
        return ok(number.value);
      }
      return refuse('badWholeNumber', { option: flagOf(name), value, low: String(low), high: String(high) });
    }
  }
}
