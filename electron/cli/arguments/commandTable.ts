// Every command with its options, and every option with its value: the parser and the help both read this table.
import { calendars, digitSystems, languages } from '../../../locales/settings.ts';

export type OptionKind =
  | { readonly kind: 'flag' }
  | {
      readonly kind: 'wholeNumber';
      readonly placeholder: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: 'precision' | 'folder' | 'id' | 'words'; readonly placeholder: string }
  | { readonly kind: 'hours'; readonly placeholder: string; readonly high: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

const wholeNumber = (placeholder: string, low: number, high: number) =>
  ({ kind: 'wholeNumber', placeholder, low, high }) as const;

export const options = {
  json: { kind: 'flag' },
  csv: { kind: 'flag' },
  by: { kind: 'choice', choices: ['formula', 'simulation'] },
  of: { kind: 'words', placeholder: 'PART' },
  at: { kind: 'words', placeholder: 'INTERVAL' },
  replications: wholeNumber('N', 1, 100_000),
  precision: { kind: 'precision', placeholder: 'P' },
  replication: wholeNumber('N', 0, 99_999),
  from: { kind: 'hours', placeholder: 'H', high: 90_000 },
  to: { kind: 'hours', placeholder: 'H', high: 90_000 },
  limit: wholeNumber('N', 1, 200_000),
  seed: wholeNumber('S', 0, 4_294_967_295),
  workers: wholeNumber('W', 1, 64),
  port: wholeNumber('N', 0, 65_535),
  open: { kind: 'flag' },
  noOpen: { kind: 'flag' },
  report: { kind: 'flag' },
  list: { kind: 'flag' },
  promise: { kind: 'id', placeholder: 'ID' },
  check: { kind: 'flag' },
  assistantCost: wholeNumber('N', 0, 1_000_000_000_000),
  formulas: { kind: 'flag' },
  simulation: { kind: 'flag' },
  removed: { kind: 'flag' },
  bundle: { kind: 'flag' },
  scenarios: { kind: 'flag' },
  actuals: { kind: 'words', placeholder: 'CSV' },
  out: { kind: 'folder', placeholder: 'DIR' },
  simulate: { kind: 'flag' },
  data: { kind: 'folder', placeholder: 'FOLDER' },
  lang: { kind: 'choice', choices: languages },
  digits: { kind: 'choice', choices: digitSystems },
  calendar: { kind: 'choice', choices: calendars },
  help: { kind: 'flag' },
} as const satisfies Readonly<Record<string, OptionKind>>;
export type OptionName = keyof typeof options;

export interface Command {
  readonly options: readonly OptionName[];
  /** What stands after the command: a plan, the name of a formula or of a command, part of a case's name, an action
   * with its plan, or nothing. */
  readonly argument:
    | 'plan'
    | 'needs'
    | 'plans'
    | 'planMeasure'
    | 'formula'
    | 'command'
    | 'case'
    | 'action'
    | 'none';
  readonly conflicts: readonly (readonly [OptionName, OptionName])[];
  readonly examples: readonly string[];
}

const shown = ['lang', 'digits', 'help'] as const;

export const commands = {
  samples: { options: ['json', ...shown], argument: 'none', conflicts: [], examples: ['saff samples'] },
  advise: {
    options: [
      ...(['out', 'simulate', 'replications', 'precision', 'seed', 'workers', 'json'] as const),
      ...(['lang', 'digits', 'calendar', 'help'] as const),
    ],
    argument: 'needs',
    conflicts: [['replications', 'precision']],
    examples: [
      'saff advise computer-company',
      'saff advise my-needs.json --out proposals',
      'saff advise my-needs.json --simulate --json',
    ],
  },
  check: {
    options: ['json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: ['saff check online-shop', 'saff check my-plan.json'],
  },
  evaluate: {
    options: ['by', 'replications', 'seed', 'workers', 'json', 'lang', 'digits', 'calendar', 'help'],
    argument: 'plan',
    conflicts: [],
    examples: ['saff evaluate online-shop', 'saff evaluate my-plan.json --by simulation --json'],
  },
  simulate: {
    options: [
      'replications',
      'precision',
      'seed',
      'workers',
      'json',
      'csv',
      'lang',
      'digits',
      'calendar',
      'help',
    ],
    argument: 'plan',
    conflicts: [
      ['json', 'csv'],
      ['replications', 'precision'],
    ],
    examples: [
      'saff simulate online-shop',
      'saff simulate my-plan.json --precision 1% --seed 7',
      'saff simulate my-plan.json --json > result.json',
    ],
  },
  sensitivity: {
    options: ['promise', 'check', 'replications', 'seed', 'workers', 'json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: ['saff sensitivity online-shop', 'saff sensitivity my-plan.json --promise calls --check'],
  },
  'break-even': {
    options: ['promise', 'check', 'assistantCost', 'replications', 'seed', 'workers', 'json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: ['saff break-even online-shop', 'saff break-even my-plan.json --assistant-cost 4000 --check'],
  },
  compare: {
    options: [
      ...(['scenarios', 'by', 'replications', 'precision', 'seed', 'workers', 'json', 'data'] as const),
      ...(['lang', 'digits', 'calendar', 'help'] as const),
    ],
    argument: 'plans',
    conflicts: [
      ['replications', 'precision'],
      ['by', 'precision'],
    ],
    examples: [
      'saff compare online-shop --scenarios',
      'saff compare my-plan.json other-plan.json --precision 0.5%',
      'saff compare my-plan.json --scenarios --by formula --json',
    ],
  },
  stress: {
    options: ['by', 'replications', 'seed', 'workers', 'json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: ['saff stress online-shop', 'saff stress my-plan.json --by formula --json'],
  },
  'least-cost': {
    options: ['by', 'replications', 'seed', 'workers', 'json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: ['saff least-cost bank-phone-centre', 'saff least-cost my-plan.json --by formula --json'],
  },
  probability: {
    options: ['promise', 'by', 'replications', 'seed', 'workers', 'json', ...shown],
    argument: 'plan',
    conflicts: [],
    examples: [
      'saff probability online-shop --by formula',
      'saff probability my-plan.json --replications 400 --json',
    ],
  },
  accuracy: {
    options: ['replications', 'seed', 'workers', 'json', 'lang', 'digits', 'calendar', 'help'],
    argument: 'plan',
    conflicts: [],
    examples: ['saff accuracy online-shop', 'saff accuracy my-plan.json --replications 40 --json'],
  },
  review: {
    options: ['actuals', 'replications', 'seed', 'workers', 'json', 'lang', 'digits', 'calendar', 'help'],
    argument: 'plan',
    conflicts: [],
    examples: ['saff review my-plan.json', 'saff review my-plan.json --actuals march.csv --json'],
  },
  trace: {
    options: ['replication', 'from', 'to', 'limit', 'seed', 'json', 'lang', 'digits', 'calendar', 'help'],
    argument: 'plan',
    conflicts: [],
    examples: [
      'saff trace online-shop --from 10 --to 10.25',
      'saff trace my-plan.json --replication 3 --from 33 --to 34 --json',
    ],
  },
  explain: {
    options: [
      'of',
      'at',
      'by',
      'replications',
      'seed',
      'workers',
      'json',
      'lang',
      'digits',
      'calendar',
      'help',
    ],
    argument: 'planMeasure',
    conflicts: [],
    examples: [
      'saff explain bank-phone-centre serviceLevel --of phone-20s',
      'saff explain my-plan.json occupancy --of team/first --at 22',
      'saff explain online-shop waitMeanSeconds --by simulation --json',
    ],
  },
  serve: {
    options: ['port', 'open', 'noOpen', 'report', 'data', 'lang', 'digits', 'calendar', 'help'],
    argument: 'none',
    conflicts: [['open', 'noOpen']],
    examples: ['saff serve --open'],
  },
  library: {
    options: ['data', 'removed', 'bundle', 'json', 'lang', 'digits', 'calendar', 'help'],
    argument: 'action',
    conflicts: [],
    examples: [
      'saff library list',
      'saff library import my-plan.json',
      'saff library export PLAN > my-plan.json',
      'saff library export PLAN --bundle > with-results.saff',
      'saff library check --json',
    ],
  },
  formula: {
    options: ['list', 'json', ...shown],
    argument: 'formula',
    conflicts: [],
    examples: [
      'saff formula --list',
      'saff formula erlang-a < queues.jsonl',
      'saff formula agents-for < queues.jsonl > agents.jsonl',
    ],
  },
  verify: {
    options: ['formulas', 'simulation', 'workers', 'json', ...shown],
    argument: 'case',
    conflicts: [['formulas', 'simulation']],
    examples: ['saff verify', 'saff verify erlang-a', 'saff verify --simulation --json > proof.json'],
  },
  version: { options: shown, argument: 'none', conflicts: [], examples: ['saff version'] },
  help: { options: shown, argument: 'command', conflicts: [], examples: ['saff help simulate'] },
} as const satisfies Readonly<Record<string, Command>>;
export type CommandName = keyof typeof commands;

/** What can be done with the library, and whether it takes a plan. */
export const actions = {
  list: 'none',
  import: 'plan',
  export: 'plan',
  check: 'none',
  repair: 'none',
  backup: 'none',
} as const satisfies Readonly<Record<string, 'none' | 'plan'>>;
export type ActionName = keyof typeof actions;
export const actionNames = Object.keys(actions) as readonly ActionName[];

export const isAction = (name: string): name is ActionName => Object.hasOwn(actions, name);

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** As it is typed: `--no-open`. */
export const flagOf = (name: OptionName): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** As it stands in the help: `--seed S`, `--lang fa|ar|en`. */
export function usageOf(name: OptionName): string {
  const option: OptionKind = options[name];
  if (option.kind === 'flag') return flagOf(name);
  return `${flagOf(name)} ${option.kind === 'choice' ? option.choices.join('|') : option.placeholder}`;
}

/** The option that is typed so; `-h` is the one short form. */
export const optionTyped = (typed: string): OptionName | undefined =>
  typed === '-h' ? 'help' : (Object.keys(options) as OptionName[]).find((name) => flagOf(name) === typed);
