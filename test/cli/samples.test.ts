import { describe, expect, it } from 'vitest';
import type { SimulationResult } from '../../core/measures/result.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { buildReport } from '../../core/report/buildReport.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { createSpeech } from '../../electron/cli/speech.ts';
import { createTerminal } from '../../electron/cli/text/terminal.ts';
import { writeReport } from '../../electron/cli/text/textReport.ts';
import { displayWidth } from '../../locales/format/displayWidth.ts';
import { loadTexts } from '../../locales/loadTranslator.ts';
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
    const { code, out, err } = await run(['simulate', id, '--replications', '2', '--json']);
    expect([code, err]).toEqual([0, '']);
    const { plan } = parsePlan(openSample(id) ?? '');
    if (plan === null) throw new Error(`the sample ${id} is not sound`);
    const report = buildReport(plan, JSON.parse(out) as SimulationResult);
    for (const lang of ['fa', 'ar'] as const) {
      const lines: string[] = [];
      const terminal = createTerminal({
        write: (line) => lines.push(line.trimEnd()),
        columns: 90,
        direction: 'rtl',
        colour: false,
      });
      writeReport(report, createSpeech(await loadTexts(lang), {}, plan), terminal);
      expect(
        visible(lines.join('\n'))
          .replace(latin, '')
          .match(/[A-Za-z]+/g) ?? [],
      ).toEqual([]);
      expect(lines.length).toBeGreaterThan(50);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(90);
    }
  });
});
