import { describe, expect, it } from 'vitest';
import { bidiControlFaults, lengthFaults, longFiles, namingFaults, noteFaults } from './files.ts';
import { codeFilesBelow, filesBelow, readProjectFile, sourceFolders } from './sourceFiles.ts';

const everyFile = filesBelow([...sourceFolders, 'test']);
const codeFiles = codeFilesBelow([...sourceFolders, 'test']);
const sources = codeFiles.map((path) => [path, readProjectFile(path)] as const);

describe('the files', () => {
  it('are looked at', () => {
    expect(codeFiles.length).toBeGreaterThan(40);
  });

  it('are named after what they hold', () => {
    expect(everyFile.flatMap(namingFaults)).toEqual([]);
  });

  it('hold no invisible characters that turn the direction of text', () => {
    expect(sources.flatMap(([path, source]) => bidiControlFaults(path, source))).toEqual([]);
  });

  it('hold no notes about work to be done', () => {
    expect(sources.flatMap(([path, source]) => noteFaults(path, source))).toEqual([]);
  });

  it('are short, or say why not', () => {
    expect(sources.flatMap(([path, source]) => lengthFaults(path, source))).toEqual([]);
  });

  it('are on the list of long ones only while they are long', () => {
    const isLong = (path: string): boolean =>
      lengthFaults(`not-listed/${path}`, readProjectFile(path)).length > 0;
    expect(Object.keys(longFiles).filter((path) => !codeFiles.includes(path) || !isLong(path))).toEqual([]);
  });
});

describe('the rules for files', () => {
  it.each([
    'core/plan/Plan.ts',
    'core/plan/plan-schema.ts',
    'core/plan/plan_schema.ts',
    'core/utils/round.ts',
    'core/plan/helpers.ts',
    'core/plan/common.ts',
    'electron/host/planManager.ts',
    'electron/host/reportService.ts',
    'renderer/parts/numberField.tsx',
  ])('report the name %s', (path) => {
    expect(namingFaults(path)).toHaveLength(1);
  });

  it.each([
    'core/plan/plan.ts',
    'core/plan/plan.schema.json',
    'renderer/parts/NumberField.tsx',
    'renderer/parts/NumberField.module.css',
    'renderer/main.tsx',
    'test/plan/plan.test.ts',
    'test/simulation/queue.long.test.ts',
    'electron/desktop/preload.cts',
    'core/plan/README.md',
    'core/samples/online-shop.json',
    'core/measures/serviceLevel.ts',
    'core/plan/manager.json',
  ])('let the name %s pass', (path) => {
    expect(namingFaults(path)).toEqual([]);
  });

  it('report a planted direction mark, note and overlong file', () => {
    expect(bidiControlFaults('a.ts', `const a = '${String.fromCodePoint(0x202e)}';`)).toHaveLength(1);
    expect(bidiControlFaults('a.ts', "const a = '\\u202e';")).toEqual([]);
    expect(noteFaults('a.ts', `// ${'TO'}${'DO'}: later`)).toHaveLength(1);
    expect(lengthFaults('a.ts', 'x\n'.repeat(301))).toHaveLength(1);
    expect(lengthFaults('a.ts', 'x\n'.repeat(300))).toEqual([]);
  });
});
