import { describe, expect, it } from 'vitest';
import { answer } from '../../core/queueing/model.ts';
import { modelNamed, models } from '../../core/queueing/models.ts';
import { expectNear, succeeded } from './near.ts';

const numbersIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(numbersIn) : [value]);

describe('the table of models', () => {
  it('has models under names of their own, made of small letters and hyphens', () => {
    expect(models.length).toBeGreaterThan(20);
    expect(new Set(models.map(({ name }) => name)).size).toBe(models.length);
    for (const { name } of models) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('has the three that everybody asks for', () => {
    for (const name of ['erlang-b', 'erlang-c', 'erlang-a']) expect(modelNamed(name)?.kind).toBe('exact');
    expect(modelNamed('nothing')).toBeUndefined();
  });
});

describe.each(models.map((model) => [model.name, model] as const))('%s', (_, model) => {
  it('gives its example', () => {
    const found = succeeded(answer(model, model.example.given));
    const expected = Object.entries(model.example.gives);
    expect(expected.length).toBeGreaterThan(0);
    for (const [field, value] of expected) {
      const actual = numbersIn(found[field]);
      const wanted = numbersIn(value);
      expect(actual).toHaveLength(wanted.length);
      for (const [k, one] of wanted.entries())
        expectNear(actual[k] as number, one as number, { relative: 1e-11, absolute: 1e-15 }, `${field} ${k}`);
    }
  });

  it('writes every field it lists, as numbers or as null', () => {
    const found = succeeded(answer(model, model.example.given));
    expect(Object.keys(found)).toEqual(Object.keys(model.outputs));
    for (const [field, value] of Object.entries(found)) {
      const isUnasked =
        model.outputs[field]?.needs !== undefined &&
        model.example.given[model.outputs[field].needs] === undefined;
      for (const one of numbersIn(value))
        expect(isUnasked ? one === null : ['number', 'boolean'].includes(typeof one), field).toBe(true);
    }
  });

  it('names a field that is missing, unknown, of the wrong kind or too small', () => {
    const codes = (line: unknown): string[] => {
      const result = answer(model, line);
      return result.ok ? [] : result.failure.map(({ code, path }) => `${code} ${String(path[0] ?? '')}`);
    };
    expect(codes([])).toEqual(['expectedObject ']);
    expect(codes({ ...model.example.given, nonsense: 1 })).toContain('unknownField nonsense');
    for (const [field, { shape, optional, range }] of Object.entries(model.inputs)) {
      if (!(field in model.example.given)) continue;
      const { [field]: _gone, ...rest } = model.example.given;
      if (optional !== true) expect(codes(rest)).toContain(`missingField ${field}`);
      const wrong = {
        choice: 'notInList',
        law: 'notALaw',
        number: 'expectedNumber',
        list: 'expectedList',
        table: 'expectedList',
      }[shape];
      expect(codes({ ...rest, [field]: 'x' })).toContain(`${wrong} ${field}`);
      if (range !== undefined && shape === 'number')
        expect(codes({ ...rest, [field]: -1e30 })).toContain(`outOfRange ${field}`);
    }
  });
});

describe('erlang-b, erlang-c and erlang-a', () => {
  const ask = (name: string, line: unknown) => {
    const model = modelNamed(name);
    if (model === undefined) throw new Error(name);
    return answer(model, line);
  };

  it('take agents and load in either spelling', () => {
    const contacts = { agents: 25, contactsPerHour: 400, handlingSeconds: 180 };
    const load = { servers: 25, offeredErlangs: 20, handlingSeconds: 180 };
    for (const [name, more] of [
      ['erlang-b', {}],
      ['erlang-c', { targetSeconds: 20 }],
      ['erlang-a', { patienceSeconds: 120, targetSeconds: 20 }],
    ] as const) {
      const one = succeeded(ask(name, { ...contacts, ...more }));
      const other = succeeded(ask(name, { ...load, ...more }));
      for (const [field, value] of Object.entries(one))
        if (typeof value === 'number')
          expectNear(other[field] as number, value, { relative: 1e-13 }, `${name} ${field}`);
    }
  });

  it('give what needs no time from the load alone, and null for the rest', () => {
    const found = succeeded(ask('erlang-c', { servers: 25, offeredErlangs: 20 }));
    expectNear(found['pWait'] as number, 0.209103, { absolute: 5e-7 }, 'P(wait)');
    expect([found['meanWaitSeconds'], found['serviceLevel']]).toEqual([null, null]);
    const missing = ask('erlang-a', { servers: 25, offeredErlangs: 20, patienceSeconds: 60 });
    expect(missing.ok ? '' : missing.failure[0]?.path).toEqual(['handlingSeconds']);
  });

  it('refuse one thing said twice, and write null for waits without end', () => {
    const twice = ask('erlang-b', { agents: 3, servers: 3, offeredErlangs: 2 });
    expect(twice.ok ? [] : twice.failure.map(({ code }) => code)).toEqual(['givenTwice']);
    const endless = succeeded(
      ask('erlang-c', { agents: 3, contactsPerHour: 3600, handlingSeconds: 5, targetSeconds: 20 }),
    );
    expect([endless['isStable'], endless['meanWaitSeconds'], endless['serviceLevel']]).toEqual([
      false,
      null,
      0,
    ]);
  });
});
