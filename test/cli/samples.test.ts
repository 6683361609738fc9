import { describe, expect, it } from 'vitest';
import { sampleList } from '../../core/samples/index.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { run, visible } from './testIo.ts';

const ids = sampleList().map(({ id }) => id);

/** Time zones, names that people use, and the hash. */
const latin = /[A-Z][a-z]+\/[A-Z][a-z]+|SLA|OLA|\b[0-9a-f]{12}\b/g;

describe('samples', () => {
  it.each(['fa', 'ar', 'en'] as const)('are listed in %s by id, name and a line', async (lang) => {
    const { code, out, err } = await run(['samples', '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    expect(ids.length).toBeGreaterThan(3);
    for (const { id, name } of sampleList()) {
      expect(out).toContain(id);
      const text = typeof name === 'string' ? name : (name[lang] ?? '');
      for (const word of text.split(' ')) expect(visible(out)).toContain(visible(word));
    }
  });

  it('are given to programs as JSON', async () => {
    expect(JSON.parse((await run(['samples', '--json'])).out)).toEqual(sampleList());
  });

  it.each(ids)('hold the sound plan %s', async (id) => {
    const { code, out, err } = await run(['check', id]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('is sound.');
  });

  it.each(ids)('hold %s, whose report stays in its language and within the terminal', async (id) => {
    for (const lang of ['fa', 'ar'] as const) {
      const words = ['simulate', id, '--replications', '2', '--lang', lang];
      const { code, out, err } = await run(words, { columns: 90 });
      expect([code, err]).toEqual([0, '']);
      expect(
        visible(out)
          .replace(latin, '')
          .match(/[A-Za-z]+/g) ?? [],
      ).toEqual([]);
      expect(out.split('\n').length).toBeGreaterThan(50);
      for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(90);
    }
  });
});
