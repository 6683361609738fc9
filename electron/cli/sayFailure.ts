// Failures and faults in words: the code, the sentence with its remedy, and for a plan every fault with its path.
import type { Failure } from '../../core/contract/failures.ts';
import type { Fault } from '../../core/units/fault.ts';
import { isolate } from '../../locales/format/bidi.ts';
import type { Params } from '../../locales/translator.ts';
import type { PlanFileFailure } from '../files/readPlanFile.ts';
import type { UsageFault } from './arguments/parseArguments.ts';
import { exitCodes } from './exitCodes.ts';
import type { Speech } from './speech.ts';
import { cleanText } from './text/cleanText.ts';
import type { Terminal } from './text/terminal.ts';

export interface ServingFailure {
  readonly code: 'portTaken' | 'portForbidden' | 'portFailed' | 'pageMissing';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface KeptPlanFailure {
  readonly code: 'keptPlanMissing' | 'keptPlanAmbiguous';
  readonly params: Readonly<Record<string, string>>;
}

export interface FormulaFailure {
  readonly code: 'unknownFormula';
  readonly params: Readonly<Record<string, string>>;
}

export interface PromiseFailure {
  readonly code: 'unknownPromise';
  readonly params: Readonly<Record<string, string>>;
}

export interface ComparisonFailure {
  readonly code: 'nothingToCompare';
  readonly params: Readonly<Record<string, string>>;
}

export interface VerificationFailure {
  readonly code: 'noSuchCase';
  readonly params: Readonly<Record<string, string>>;
}

export type CliFailure =
  | Failure
  | PlanFileFailure
  | ServingFailure
  | FormulaFailure
  | ComparisonFailure
  | VerificationFailure
  | PromiseFailure
  | KeptPlanFailure;

const mostFaults = 50;

/** Says what failed and gives the exit code. */
export function sayFailure({ t }: Speech, terminal: Terminal, failure: CliFailure): number {
  const remedy = {
    command: failure.code === 'pageMissing' ? 'npm start' : 'saff samples',
    variable: 'SAFF_DEBUG=1',
  };
  const params: Params = cleanParams({ ...remedy, ...failure.params });
  const said = t.has('cli.failure', failure.code)
    ? t.dynamic('cli.failure', failure.code, params)
    : t.dynamic('failures', failure.code, params);
  terminal.paragraph(`${isolate(failure.code)}: ${said}`, { style: 'bad' });
  return failure.code === 'internal' ? exitCodes.internal : exitCodes.failure;
}

/** Every fault with its path, or the first fifty and how many more. */
export function sayFaults({ t }: Speech, terminal: Terminal, faults: readonly Fault[]): void {
  // The core lists a limited number itself and counts the rest in a fault of its own.
  const listed = faults.filter(({ code }) => code !== 'moreFaults');
  const uncounted = faults.find(({ code }) => code === 'moreFaults')?.params['count'];
  const rest = Math.max(0, listed.length - mostFaults) + (typeof uncounted === 'number' ? uncounted : 0);
  for (const { code, path, params } of listed.slice(0, mostFaults)) {
    const place = path.length === 0 ? t('cli.faults.root') : isolate(pathText(path));
    const said = t.dynamic('faults', code, cleanParams(params));
    terminal.paragraph(`\u2022 ${place}: ${said} (${isolate(code)})`, { indent: 2 });
  }
  if (rest > 0) terminal.paragraph(`\u2022 ${t('cli.faults.more', { count: rest })}`, { indent: 2 });
}

export function sayUsage({ t }: Speech, terminal: Terminal, fault: UsageFault): number {
  terminal.paragraph(t.dynamic('cli.usage', fault.code, cleanParams(fault.params)), { style: 'bad' });
  const command = fault.command === undefined ? 'saff --help' : `saff ${fault.command} --help`;
  terminal.paragraph(t('cli.usage.seeHelp', { command }));
  return exitCodes.usage;
}

/** As one writes it in a program: teams[0].groups[1].name */
export function pathText(path: readonly (string | number)[]): string {
  return cleanText(
    path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join(''),
  );
}

const cleanParams = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value,
    ]),
  );
