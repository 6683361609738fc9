import { describe, expect, it } from 'vitest';
import {
  commandNames,
  flagOf,
  type OptionName,
  options,
  optionTyped,
} from '../../electron/cli/arguments/commandTable.ts';
import { parseArguments, type UsageCode, usageCodes } from '../../electron/cli/arguments/parseArguments.ts';

const parsed = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));
const refusal = (words: readonly string[]): UsageCode | undefined => {
  const result = parseArguments(words);
  return result.ok ? undefined : result.failure.code;
};

const refused: readonly (readonly [UsageCode, readonly string[]])[] = [
  ['missingCommand', []],
  ['missingCommand', ['--lang', 'fa']],
  ['unknownCommand', ['simulat']],
  ['unknownCommand', ['help', 'nothing']],
  ['unknownCommand', ['constructor']],
  ['unknownOption', ['samples', '--seed', '1']],
  ['unknownOption', ['samples', '-x']],
  ['unknownOption', ['check', 'a', '--JSON']],
  ['missingValue', ['simulate', 'a', '--seed']],
  ['missingValue', ['simulate', 'a', '--seed', '--json']],
  ['missingValue', ['simulate', 'a', '--seed=']],
  ['unexpectedValue', ['simulate', 'a', '--json=yes']],
  ['repeatedOption', ['simulate', 'a', '--seed', '1', '--seed', '2']],
  ['badWholeNumber', ['simulate', 'a', '--seed', '-5']],
  ['badWholeNumber', ['simulate', 'a', '--seed', '4294967296']],
  ['badWholeNumber', ['simulate', 'a', '--replications', '0']],
  ['badWholeNumber', ['simulate', 'a', '--replications', '1.5']],
  ['badWholeNumber', ['simulate', 'a', '--replications', '0x10']],
  ['badWholeNumber', ['simulate', 'a', '--replications', 'NaN']],
  ['badWholeNumber', ['simulate', 'a', '--replications', '50%']],
  ['badWholeNumber', ['simulate', 'a', '--workers', '65']],
  ['badWholeNumber', ['serve', '--port', '65536']],
  ['badPrecision', ['simulate', 'a', '--precision', '1']],
  ['badPrecision', ['simulate', 'a', '--precision', '0']],
  ['badPrecision', ['simulate', 'a', '--precision', '100%']],
  ['badPrecision', ['simulate', 'a', '--precision', 'fine']],
  ['badHours', ['trace', 'a', '--from', '-1']],
  ['badHours', ['trace', 'a', '--to', 'noon']],
  ['badHours', ['trace', 'a', '--to', '90001']],
  ['badWholeNumber', ['trace', 'a', '--replication', '-1']],
  ['badChoice', ['samples', '--lang', 'de']],
  ['badChoice', ['samples', '--digits', 'roman']],
  ['badChoice', ['simulate', 'a', '--calendar', 'julian']],
  ['conflict', ['simulate', 'a', '--json', '--csv']],
  ['conflict', ['simulate', 'a', '--precision', '1%', '--replications', '9']],
  ['conflict', ['serve', '--open', '--no-open']],
  ['missingPlan', ['check']],
  ['missingFormula', ['formula']],
  ['missingPlan', ['explain']],
  ['missingNeeds', ['advise']],
  ['missingMeasure', ['explain', 'a']],
  ['tooManyArguments', ['explain', 'a', 'b', 'c']],
  ['missingAction', ['library']],
  ['unknownAction', ['library', 'burn']],
  ['unknownAction', ['library', 'constructor']],
  ['missingPlan', ['library', 'export']],
  ['tooManyArguments', ['library', 'list', 'a']],
  ['tooManyArguments', ['library', 'export', 'a', 'b']],
  ['missingValue', ['library', 'list', '--data']],
  ['missingPlan', ['simulate', '--json']],
  ['tooManyArguments', ['check', 'a', 'b']],
  ['tooManyArguments', ['samples', 'a']],
  ['tooManyArguments', ['serve', 'online-shop']],
];

describe('parseArguments', () => {
  it.each(refused)('refuses with %s: %j', (code, words) => {
    expect(refusal(words)).toBe(code);
  });

  it('has a case above for every way to refuse', () => {
    expect([...new Set(refused.map(([code]) => code))].sort()).toEqual([...usageCodes].sort());
  });

  it('decodes every option of a simulation', () => {
    expect(
      parsed('simulate my.json --replications 30 --seed 7 --workers=2 --csv --lang ar --digits latn'),
    ).toEqual({
      ok: true,
      value: {
        command: 'simulate',
        argument: 'my.json',
        options: { replications: 30, seed: 7, workers: 2, csv: true, lang: 'ar', digits: 'latn' },
      },
    });
  });

  it('takes Persian and Arabic digits', () => {
    expect(parsed('simulate a --seed ۴۲ --workers ٨')).toMatchObject({
      value: { options: { seed: 42, workers: 8 } },
    });
  });

  it.each([
    ['1%', 0.01],
    ['0.01', 0.01],
    ['۰٫۵٪', 0.005],
    ['.25', 0.25],
  ])('takes the precision %s as %d', (written, fraction) => {
    expect(parsed(`simulate a --precision ${written}`)).toMatchObject({
      value: { options: { precision: fraction } },
    });
  });

  it('takes any number of plans to compare', () => {
    expect(parsed('compare a b c --scenarios')).toMatchObject({
      value: { argument: 'a', plans: ['a', 'b', 'c'], options: { scenarios: true } },
    });
  });

  it('takes - as a plan, and what begins with a dash after --', () => {
    expect(parsed('check -')).toMatchObject({ value: { argument: '-' } });
    expect(parsed('check -- --odd.json')).toMatchObject({ value: { argument: '--odd.json' } });
  });

  it('takes options before the command', () => {
    expect(parsed('--lang fa samples --json')).toMatchObject({
      value: { command: 'samples', options: { lang: 'fa', json: true } },
    });
  });

  it.each(['--help', '-h', 'help', '--lang fa --help'])('understands %s as a wish for help', (line) => {
    expect(parsed(line)).toMatchObject({ value: { command: 'help' } });
  });

  it.each(commandNames)('explains %s before it looks at the rest', (name) => {
    expect(parsed(`${name} --help`)).toMatchObject({ value: { command: 'help' } });
  });

  it('gives the versions for --version', () => {
    expect(parsed('--version')).toMatchObject({ value: { command: 'version' } });
  });
});

describe('the options', () => {
  it('are found by what is typed', () => {
    const names = Object.keys(options) as OptionName[];
    expect(names.map((name) => optionTyped(flagOf(name)))).toEqual(names);
    expect(flagOf('noOpen')).toBe('--no-open');
  });
});
