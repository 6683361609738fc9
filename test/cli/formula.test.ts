import { describe, expect, it } from 'vitest';
import { units } from '../../core/queueing/modelFields.ts';
import { models } from '../../core/queueing/models.ts';
import { keyOf } from '../../electron/cli/formula/formulaList.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { run, visible } from './testIo.ts';

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('saff formula', () => {
  it('answers each line of JSON, to the last digit', async () => {
    const input = '{"servers":25,"offeredErlangs":20}\n\n  {"agents":2,"offeredErlangs":1}\r\n';
    const { code, out, err } = await run(['formula', 'erlang-b'], { input });
    expect([code, err]).toEqual([0, '']);
    const [first, second] = linesOf(out);
    expect(first?.['blocking']).toBeCloseTo(0.050221777890794614, 16);
    expect(second?.['blocking']).toBe(0.2);
    expect(linesOf(out)).toHaveLength(2);
  });

  it('gives the known cases of Erlang A by half hour', async () => {
    const line = (
      agents: number,
      contactsPerHour: number,
      handlingSeconds: number,
      patienceSeconds: number,
    ) => JSON.stringify({ agents, contactsPerHour, handlingSeconds, patienceSeconds, targetSeconds: 20 });
    const input = [
      line(15, 200, 240, 120),
      line(12, 200, 240, 120),
      line(155, 2000, 300, 90),
      line(154, 2000, 300, 90),
    ].join('\n');
    const { code, out } = await run(['formula', 'erlang-a'], { input });
    expect(code).toBe(0);
    const percent = linesOf(out).map(({ serviceLevel, pAbandon }) => [
      100 * Number(serviceLevel),
      100 * Number(pAbandon),
    ]);
    expect(percent.slice(0, 2).map((row) => row.map((share) => share.toFixed(1)))).toEqual([
      ['79.6', '7.4'],
      ['54.6', '18.3'],
    ]);
    expect(percent.slice(2).map(([share]) => share?.toFixed(2))).toEqual(['80.18', '78.83']);
  });

  it('answers the other lines, and says of the bad ones where they are wrong and what to do', async () => {
    const input = [
      '{"servers":2,"offeredErlangs":1}',
      '{"servers":2',
      '{"servers":0,"offered":1}',
      '{"servers":2,"offeredErlangs":1}',
    ].join('\n');
    const { code, out, err } = await run(['formula', 'erlang-b'], { input });
    expect(code).toBe(1);
    const [first, second, third, fourth] = linesOf(out);
    expect(first).toEqual(fourth);
    expect(second).toMatchObject({ error: { line: 2, faults: [{ code: 'notJson', field: '' }] } });
    expect(third).toMatchObject({
      error: {
        line: 3,
        faults: [
          { code: 'outOfRange', field: 'servers' },
          { code: 'unknownField', field: 'offered' },
        ],
      },
    });
    expect(JSON.stringify(third)).toContain('Give a value from 1 to 1,000,000');
    expect(err).toContain('2 lines could not be answered');
  });

  it('says the place within a list', async () => {
    const input = '{"agents":2,"handlingSeconds":1,"contactsPerHour":[100,-1]}';
    const { out } = await run(['formula', 'priority'], { input });
    expect(linesOf(out)[0]).toMatchObject({ error: { faults: [{ field: 'contactsPerHour[1]' }] } });
  });

  it('refuses a name it does not know and input that is no text', async () => {
    const unknown = await run(['formula', 'erlang-x'], { input: '{}' });
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('There is no formula named erlang-x');
    const bytes = await run(['formula', 'erlang-b'], { readInput: async () => Uint8Array.of(0xff, 0xfe) });
    expect([bytes.code, bytes.err.includes('UTF-8')]).toEqual([1, true]);
    const large = await run(['formula', 'erlang-b'], { readInput: async () => 'tooLarge' });
    expect(large.code).toBe(1);
  });

  it('answers the example of every model', async () => {
    for (const { name, example, outputs } of models) {
      const { code, out } = await run(['formula', name], { input: JSON.stringify(example.given) });
      expect(code, name).toBe(0);
      expect(Object.keys(linesOf(out)[0] ?? {}), name).toEqual(Object.keys(outputs));
    }
  });
});

describe('saff formula --list', () => {
  it('gives programs every model with its fields, units and limits', async () => {
    const { code, out } = await run(['formula', '--list', '--json']);
    expect(code).toBe(0);
    const list = JSON.parse(out) as {
      name: string;
      inputs: { name: string; unit: string }[];
      outputs: { name: string }[];
    }[];
    expect(list.map(({ name }) => name)).toEqual(models.map(({ name }) => name));
    for (const { inputs, outputs } of list) {
      expect(inputs.length).toBeGreaterThan(0);
      expect(outputs.length).toBeGreaterThan(0);
      for (const { unit } of inputs) expect(units).toContain(unit);
    }
    const one = JSON.parse((await run(['formula', 'erlang-b', '--list', '--json'])).out) as unknown[];
    expect(one).toHaveLength(1);
  });

  it.each(languages)('lists every model and field in %s, within the terminal', async (lang) => {
    const { code, out, err } = await run(['formula', '--list', '--lang', lang], { columns: 90 });
    expect([code, err]).toEqual([0, '']);
    const text = visible(out);
    for (const { name, inputs } of models) {
      expect(text).toContain(name);
      for (const field of Object.keys(inputs)) expect(text).toContain(field);
    }
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(90);
  });

  it.each(languages)('has a text in %s for every model, field and unit, and for none beside them', (lang) => {
    const { t, i18n } = createTranslator(lang);
    const texts = i18n.getResource(lang, 'translation', 'formula') as Record<string, Record<string, string>>;
    const fields = new Set(
      models.flatMap(({ inputs, outputs }) => [...Object.keys(inputs), ...Object.keys(outputs)]),
    );
    expect(Object.keys(texts['model'] ?? {}).sort()).toEqual(models.map(({ name }) => keyOf(name)).sort());
    expect(Object.keys(texts['field'] ?? {}).sort()).toEqual([...fields].sort());
    expect(Object.keys(texts['unit'] ?? {}).sort()).toEqual(units.filter((unit) => unit !== 'none').sort());
    for (const { name } of models) expect(t.has('formula.model', keyOf(name))).toBe(true);
  });

  it('needs the name of a formula or the wish for the list', async () => {
    const { code, err } = await run(['formula']);
    expect([code, err.includes('saff formula --list')]).toEqual([2, true]);
  });
});
