import { describe, expect, it } from 'vitest';
import { readJson } from '../../core/plan/jsonText.ts';

const faultsOf = (text: string) => {
  const reading = readJson(text);
  return reading.ok ? [] : reading.faults.map(({ code, path, params }) => ({ code, path, ...params }));
};

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    for (const text of [
      '{"a": [1, -2.5e3, true, false, null, "\\u0633\\n"], "b": {}}',
      '[]',
      '"a"',
      '0',
      ' \r\n\t[ ] ',
    ]) {
      expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }
  });

  it('tolerates a byte order mark before the text, and nowhere else', () => {
    expect(readJson('\ufeff{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
    expect(faultsOf('{\ufeff"a": 1}')).toEqual([
      { code: 'jsonSyntax', path: [], found: '\\ufeff', line: 1, column: 2 },
    ]);
  });

  it('tells line and column from 1, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(faultsOf(`{${end}  "a": 1${end}  "b": 2${end}}`)).toEqual([
        { code: 'jsonSyntax', path: ['a'], found: '"', line: 3, column: 3 },
      ]);
    }
  });

  it('tells the path of what it finds', () => {
    expect(faultsOf('{"teams": [{}, {"agents": NaN}]}')).toEqual([
      { code: 'jsonNotANumber', path: ['teams', 1, 'agents'], found: 'NaN', line: 1, column: 27 },
    ]);
  });

  it('goes on after wrong numbers and wrong keys, so that all are found', () => {
    const text =
      '{"a": NaN, "b": -Infinity, "c": 0x10, "d": +1, "e": 01, "f": ۱۲, "g": 1e400, "h": .5, "a": 2, "constructor": 1.}';
    expect(faultsOf(text).map((fault) => fault.code)).toEqual([
      'jsonNotANumber',
      'jsonNotANumber',
      'jsonNumberForm',
      'jsonNumberForm',
      'jsonNumberForm',
      'jsonNumberForm',
      'jsonNumberOverflow',
      'jsonNumberForm',
      'jsonDuplicateKey',
      'jsonForbiddenKey',
      'jsonNumberForm',
    ]);
  });

  it('finds a key written in two ways', () => {
    expect(faultsOf('{"a": 1, "\\u0061": 2}')).toEqual([
      { code: 'jsonDuplicateKey', path: ['a'], key: 'a', line: 1, column: 10 },
    ]);
  });

  it('lets the same key stand in different objects', () => {
    expect(faultsOf('[{"a": 1}, {"a": 2, "b": {"a": 3}}]')).toEqual([]);
  });

  it('names what is wrong with the form', () => {
    const codes = (text: string) => faultsOf(text).map((fault) => fault.code);
    expect(codes('{"a": 1,}')).toEqual(['jsonTrailingComma']);
    expect(codes('[1,]')).toEqual(['jsonTrailingComma']);
    expect(codes('[,1]')).toEqual(['jsonSyntax']);
    expect(codes('{a: 1}')).toEqual(['jsonQuotes']);
    expect(codes('{“a”: 1}')).toEqual(['jsonQuotes']);
    expect(codes('# plan\n{}')).toEqual(['jsonComment']);
    expect(codes('{"a": /* none */ 1}')).toEqual(['jsonComment']);
    expect(codes('{"a": True}')).toEqual(['jsonSyntax']);
    expect(codes('{"a": undefined}')).toEqual(['jsonSyntax']);
    expect(codes('[}')).toEqual(['jsonSyntax']);
    expect(codes(']')).toEqual(['jsonSyntax']);
    expect(codes('{]')).toEqual(['jsonSyntax']);
    expect(codes('"\\u12"')).toEqual(['jsonEscape']);
    expect(codes('"a')).toEqual(['jsonEndsEarly']);
    expect(codes('"a\\')).toEqual(['jsonEscape']);
    expect(codes('{"a":')).toEqual(['jsonEndsEarly']);
    expect(codes('null null')).toEqual(['jsonAfterEnd']);
  });

  it('refuses nesting deeper than 64', () => {
    expect(faultsOf(`${'['.repeat(64)}${']'.repeat(64)}`)).toEqual([]);
    expect(faultsOf(`${'['.repeat(65)}${']'.repeat(65)}`)).toMatchObject([
      { code: 'jsonNestedTooDeep', limit: 64, line: 1, column: 65 },
    ]);
  });

  it('counts values, but not recorded times', () => {
    const list = `[${'1,'.repeat(600_000)}1]`;
    expect(faultsOf(`{"notes": ${list}}`)).toMatchObject([{ code: 'tooManyValues', limit: 500_000 }]);
    expect(faultsOf(`{"arrivalsSeconds": ${list}}`)).toEqual([]);
    expect(faultsOf(`[{"arrivalsSeconds": []}, ${list}]`)).toMatchObject([{ code: 'tooManyValues' }]);
  });

  it('shows invisible characters as escapes', () => {
    expect(faultsOf('[\u202e]')).toMatchObject([{ code: 'jsonSyntax', found: '\\u202e' }]);
    expect(faultsOf('\u0000\u0001PK')).toMatchObject([{ code: 'jsonSyntax', found: '\\u0000\\u0001PK' }]);
  });
});
