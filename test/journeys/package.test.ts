// The offline packaging run: electron-builder with everything real but Electron's binary, and then the application out of the
// archive that it made, on the double.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../support/electronDouble/startDesktop.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { writeStubElectron } from '../support/stubElectron.ts';

interface Asar {
  readonly listPackage: (archive: string) => string[];
  readonly extractAll: (archive: string, folder: string) => void;
}
interface Fuses {
  readonly getCurrentFuseWire: (binary: string) => Promise<Readonly<Record<string, number>>>;
  readonly FuseV1Options: Readonly<Record<string, number>>;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
// They come along with electron-builder.
const required = createRequire(join(project, 'node_modules/electron-builder/package.json'));
const asar = required('@electron/asar') as Asar;
const fuses = required('@electron/fuses') as Fuses;
const electronVersion = (required('electron/package.json') as { version: string }).version;

const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

describe.skipIf(process.platform !== 'linux')('the packaged application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saff-package-'));
  const packaged = join(folder, 'out', 'linux-unpacked');
  const archive = join(packaged, 'resources', 'app.asar');
  let files: readonly string[];
  beforeAll(() => {
    const stub = join(folder, 'stub');
    writeStubElectron(stub, electronVersion);
    const words = ['--linux', 'dir', '--x64', '--publish', 'never'];
    const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${join(folder, 'out')}`];
    execFileSync(join(project, 'node_modules/.bin/electron-builder'), [...words, ...settings], {
      cwd: project,
      stdio: 'pipe',
    });
    files = asar.listPackage(archive).map((file) => file.replaceAll('\\', '/'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs, and neither sources nor tests nor packages that are bundled already', () => {
    for (const file of ['/dist/desktop/main.js', '/dist/desktop/preload.cjs', '/dist/renderer/index.html'])
      expect(files).toContain(file);
    const workers = readdirSync(join(project, 'dist/desktop')).filter((name) => name.endsWith('Worker.js'));
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) expect(files).toContain(`/dist/desktop/${worker}`);
    const tops = new Set(files.map((file) => file.split('/')[1]));
    expect([...tops].sort()).toEqual(['dist', 'node_modules', 'package.json']);
    const packages = new Set(
      files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[2]),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    expect(files.filter((file) => /\.(?:ts|tsx|map)$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('/dist/host'))).toEqual([]);
  });

  it('has the one native library of its system, outside of the archive, where it can be loaded', () => {
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    for (const file of native) expect(existsSync(join(`${archive}.unpacked`, file))).toBe(true);
  });

  it('brings the licences of all that it takes along', () => {
    const licences = join(packaged, 'resources', 'licences');
    const text = (name: string) => readFileSync(join(licences, name), 'utf8');
    expect(readdirSync(licences).sort()).toEqual([
      'better-sqlite3.txt',
      'program.md',
      'saff.txt',
      'window.md',
    ]);
    for (const name of ['react', '@mantine/core', '@fontsource-variable/vazirmatn', 'recharts'])
      expect(text('window.md')).toMatch(new RegExp(`^## ${name} - `, 'm'));
    expect(text('window.md')).toContain('SIL OPEN FONT LICENSE');
    for (const name of ['i18next', 'zod', '@internationalized/date'])
      expect(text('program.md')).toMatch(new RegExp(`^## ${name} - `, 'm'));
    expect(text('better-sqlite3.txt')).toContain('MIT');
  });

  it('R7: has its fuses set', async () => {
    const wire = await fuses.getCurrentFuseWire(join(packaged, 'saff'));
    const named = Object.fromEntries(
      Object.entries(fuses.FuseV1Options)
        .filter(([name]) => Number.isNaN(Number(name)))
        .map(([name, place]) => [name, wire[place]]),
    );
    expect(named).toMatchObject({
      RunAsNode: off,
      EnableCookieEncryption: on,
      EnableNodeOptionsEnvironmentVariable: off,
      EnableNodeCliInspectArguments: off,
      EnableEmbeddedAsarIntegrityValidation: on,
      OnlyLoadAppFromAsar: on,
      LoadBrowserProcessSpecificV8Snapshot: off,
      GrantFileProtocolExtraPrivileges: off,
    });
  });

  it('speaks its three languages only, and looks for no updates', () => {
    expect(readdirSync(join(packaged, 'locales')).sort()).toEqual(['ar.pak', 'en-US.pak', 'fa.pak']);
    expect(existsSync(join(packaged, 'resources', 'app-update.yml'))).toBe(false);
  });

  describe('started out of its archive', () => {
    let desktop: Desktop;
    beforeAll(async () => {
      const extracted = join(folder, 'extracted');
      asar.extractAll(archive, extracted);
      cpSync(`${archive}.unpacked`, extracted, { recursive: true });
      desktop = startDesktop(join(extracted, 'dist/desktop/main.js'), ['--lang', 'ar']);
      await desktop.shown();
    });
    afterAll(() => desktop?.stop());

    const request = (method: string, input: unknown) =>
      desktop.ask('evaluate', {
        expression: `window.saff.request(${JSON.stringify(method)}, ${JSON.stringify(input)})`,
      }) as Promise<{ ok: boolean; value: Record<string, unknown> }>;

    it('shows its page, keeps a plan on the disk and simulates it in its own workers', async () => {
      await desktop.ask('waitFor', { expression: "document.querySelectorAll('[data-sample]').length === 4" });
      expect(
        await desktop.ask('evaluate', { expression: 'document.dir || document.documentElement.dir' }),
      ).toBe('rtl');
      const added = await request('library.import', { text: smallPlanText() });
      expect(added).toMatchObject({ ok: true, value: { faults: [] } });
      const plan = added.value.plan;
      const started = await request('plan.simulate', { plan, options: { replications: 2 } });
      expect(started.ok).toBe(true);
      await expect
        .poll(async () => (await request('plan.results', { plan })).value, { timeout: 30_000 })
        .toHaveLength(1);
      const library = readFileSync(join(desktop.dataFolder, 'plans', 'library.db'));
      expect(library.subarray(0, 15).toString()).toBe('SQLite format 3');
      expect(desktop.output()).toBe('');
    });
  });
});
