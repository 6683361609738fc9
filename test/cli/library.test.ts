import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingCodes } from '../../core/contract/library.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saff-cli-library-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const library = (words: readonly string[], input = '') =>
  run(['library', ...words, '--data', folder], { input });
const planted = (sql: string): void => {
  const database = new Database(join(folder, 'library.db'));
  database.exec(sql);
  database.close();
};

describe('saff library', () => {
  it.each(languages)('says in %s that there are no plans yet', async (lang) => {
    const { code, out, err } = await library(['list', '--lang', lang]);
    expect([code, err]).toEqual([0, '']);
    expect(visible(out).replaceAll(/\s/g, '')).toContain(folder);
  });

  it('takes SAFF_DATA where no folder is named', async () => {
    await run(['library', 'import', '-'], { input: smallPlanText(), env: { SAFF_DATA: folder } });
    expect((await library(['list'])).out).toContain('Small');
  });

  it('imports a file, a sample and standard input, and lists what it keeps', async () => {
    const file = join(folder, 'plan.json');
    writeFileSync(file, smallPlanText());
    expect((await library(['import', file])).code).toBe(0);
    expect((await library(['import', 'bank-phone-centre'])).code).toBe(0);
    expect((await library(['import', '-'], smallPlanText())).code).toBe(0);
    const { out } = await library(['list', '--json']);
    expect(JSON.parse(out)).toHaveLength(3);
    const shown = visible((await library(['list', '--lang', 'fa'])).out);
    expect(shown).toContain('کوچک');
    expect(shown).toContain('مرکز تلفن بانک');
  });

  it('exports by identifier, by its beginning and by name in any spelling, byte by byte', async () => {
    await library(['import', '-'], smallPlanText());
    const [{ plan }] = JSON.parse((await library(['list', '--json'])).out) as [{ plan: string }];
    const exported = await library(['export', plan]);
    expect(exported.code).toBe(0);
    expect((await library(['export', plan.slice(0, 8)])).out).toBe(exported.out);
    expect((await library(['export', 'SMALL'])).out).toBe(exported.out);
    expect((await library(['export', 'كوچك'])).out).toBe(exported.out);
    await library(['import', '-'], exported.out);
    const again = await library(['export', 'small']);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('keptPlanAmbiguous');
    expect((await library(['export', 'absent'])).err).toContain('saff library list');
  });

  it('exports a bundle and takes one in, which can be checked and simulated like a plan', async () => {
    await library(['import', '-'], smallPlanText());
    const bundle = await library(['export', 'small', '--bundle']);
    expect(JSON.parse(bundle.out)).toMatchObject({
      format: 'saff-bundle',
      plan: { id: 'small' },
      results: [],
    });
    expect((await library(['import', '-'], bundle.out)).code).toBe(0);
    expect((await run(['check', '-', '--lang', 'en'], { input: bundle.out })).code).toBe(0);
    const foreign = bundle.out.replace('"results": []', '"results": [1]');
    expect((await library(['import', '-'], foreign)).err).toContain('expectedObject');
  });

  it('names the faults of what it cannot take in', async () => {
    const { code, err } = await library(['import', '-'], '{"format":"saff-plan","formatVersion":1}');
    expect(code).toBe(1);
    expect(err).toContain('planInvalid');
    expect(err).toContain('missingField');
  });

  it('keeps a plan with faults and says that it has some', async () => {
    const { code, err } = await library(
      ['import', '-'],
      smallPlanText().replace('"channel":"phone"', '"channel":"gone"'),
    );
    expect(code).toBe(0);
    expect(err).toContain('unknownChannel');
  });

  it('finds nothing wrong with a sound library, and has nothing to repair', async () => {
    await library(['import', '-'], smallPlanText());
    expect(visible((await library(['check'])).out)).toContain('Plans: 1');
    expect((await library(['repair'])).out).toContain('nothing to repair');
  });

  it('names what is wrong, repairs it after a backup, and then finds nothing', async () => {
    await library(['import', '-'], smallPlanText());
    planted("UPDATE plans SET search = 'something else'");
    const found = await library(['check']);
    expect(found.code).toBe(1);
    expect(found.err).toContain('searchWrong');
    const backups = readdirSync(join(folder, 'backups')).length;
    const repaired = await library(['repair']);
    expect(repaired.code).toBe(0);
    expect(readdirSync(join(folder, 'backups')).length).toBeGreaterThan(backups);
    expect((await library(['check'])).code).toBe(0);
  });

  it('backs up into a file that it names', async () => {
    await library(['import', '-'], smallPlanText());
    const { code, out } = await library(['backup', '--json']);
    expect(code).toBe(0);
    const { file } = JSON.parse(out) as { file: string };
    expect(readFileSync(file).subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
  });

  it('puts a good backup in the place of a damaged file, and keeps that file', async () => {
    await library(['import', '-'], smallPlanText());
    await library(['backup']);
    writeFileSync(join(folder, 'library.db'), 'x'.repeat(5000));
    const refused = await library(['list']);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('libraryDamaged');
    const repaired = await library(['repair']);
    expect(repaired.code).toBe(0);
    expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1);
    expect((await library(['list'])).out).toContain('Small');
  });

  it.each(languages)('has words in %s for everything that a check can find', (lang) => {
    const { t } = createTranslator(lang, { missing: 'throw' });
    const params = { plan: 'p', revision: 1, table: 'steps', row: 1, detail: 'd', sequence: 1 };
    for (const code of findingCodes)
      expect(t.dynamic('cli.library.finding', code, params).length).toBeGreaterThan(10);
  });
});
