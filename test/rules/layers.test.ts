import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { doorFaults, doors, layerFaults, layerOf, layers } from './layers.ts';
import { codeFilesBelow, readProjectFile, readProjectJson, sourceFolders } from './sourceFiles.ts';

const paths = codeFilesBelow(sourceFolders);
const sources = paths.map((path) => ({ path, source: readProjectFile(path) }));

const importOf = (layer: string, target: string): string =>
  `import { a } from '${posix.relative(layer, `${target}/planted.ts`).replace(/^(?!\.)/, './')}';\n`;

describe('the table of layers', () => {
  it('looks at files and at imports', () => {
    expect(paths.length).toBeGreaterThan(20);
    expect(sources.flatMap(({ source }) => importsOf(source)).length).toBeGreaterThan(20);
  });

  it('holds for every source file', () => {
    expect(sources.flatMap(({ path, source }) => layerFaults(path, source))).toEqual([]);
  });

  it('has a file for every row', () => {
    const rows = new Set(paths.map((path) => layerOf(path)?.of));
    expect(layers.map((layer) => layer.of).filter((row) => !rows.has(row))).toEqual([]);
  });

  it('names only rows that exist, and has no circle', () => {
    const reach = (row: string, seen: readonly string[]): string[] =>
      (layers.find((layer) => layer.of === row)?.may ?? []).flatMap((next) => {
        if (next === seen[0]) return [[...seen, row, next].join(' -> ')];
        return seen.includes(next) || seen.length > 6 ? [] : reach(next, [...seen, row]);
      });
    const named = layers.flatMap((layer) => layer.may);
    const known = new Set(layers.map((layer) => layer.of));
    expect(named.filter((row) => !known.has(row))).toEqual([]);
    expect(layers.flatMap((layer) => reach(layer.of, [layer.of]))).toEqual([]);
  });

  it.each(layers.map((layer) => layer.of))('reports a wrong import planted in %s', (row) => {
    const layer = layers.find(({ of }) => of === row);
    const forbidden = layers.map(({ of }) => of).filter((of) => of !== row && !layer?.may.includes(of));
    expect(forbidden.length).toBeGreaterThan(0);
    for (const target of forbidden) {
      const faults = layerFaults(`${row}/planted.ts`, importOf(row, target));
      expect(faults, `${row} -> ${target}`).toHaveLength(1);
      expect(faults[0]).toContain(`${row} may import itself and: `);
    }
    expect(layerFaults(`${row}/planted.ts`, "import x from 'left-pad';\n")).toHaveLength(1);
  });

  it.each(layers.flatMap(({ of, may }) => may.map((target) => [of, target] as const)))(
    'allows the arrow from %s to %s',
    (row, target) => {
      expect(layerFaults(`${row}/planted.ts`, importOf(row, target))).toEqual([]);
    },
  );

  it.each([
    ['static', "import { a } from '../plan/a.ts';"],
    ['over lines', "import {\n  a,\n  b,\n} from '../plan/a.ts';"],
    ['type-only', "import type { A } from '../plan/a.ts';"],
    ['re-export', "export { a } from '../plan/a.ts';"],
    ['type re-export', "export type * from '../plan/a.ts';"],
    ['side effect', "import '../plan/a.ts';"],
    ['dynamic', "const a = await import('../plan/a.ts');"],
    ['dynamic template', 'const a = await import(`../plan/a.ts`);'],
    ['import type', "type A = import('../plan/a.ts').A;"],
    ['require', "const a = require('../plan/a.ts');"],
    ['computed', 'const a = await import(name);'],
    ['half computed', "const a = await import(`../plan/${'x'}.ts`);"],
    ['json', "import a from '../plan/a.json' with { type: 'json' };"],
  ])('sees an import that is %s', (_, statement) => {
    const planted = `import { ok } from './ok.ts';\n${statement}\n`;
    expect(layerFaults('core/numerics/planted.ts', planted)).toHaveLength(1);
    expect(layerFaults('core/numerics/planted.ts', planted)[0]).toMatch(/^core\/numerics\/planted\.ts:\d+ /);
  });

  it.each([
    ['a comment', "// import { a } from '../plan/a.ts';\n/* import '../plan/a.ts' */"],
    ['a string', 'const text = "import { a } from \'../plan/a.ts\'";'],
    ['a template', "const text = `import x from '../plan/a.ts' ${1 + 1}`;"],
    ['a method', "const all = Array.from('ab');\nexport const from = 'x';"],
  ])('does not take %s for an import', (_, text) => {
    expect(layerFaults('core/numerics/planted.ts', `${text}\n`)).toEqual([]);
  });

  it('reports a file in a folder without a row', () => {
    expect(layerFaults('core/elsewhere/a.ts', '')[0]).toContain('give its folder one');
  });
});

describe('the doors to packages', () => {
  it('are kept by every source file', () => {
    expect(sources.flatMap(({ path, source }) => doorFaults(path, source))).toEqual([]);
  });

  it('are doors to packages that the project has', () => {
    const { dependencies, devDependencies } = readProjectJson('package.json') as Record<
      string,
      Record<string, string>
    >;
    const known = Object.keys({ ...dependencies, ...devDependencies });
    expect(Object.keys(doors).filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(Object.entries(doors))('report %s coming in elsewhere', (packageName, [door]) => {
    const statement = `import { a } from '${packageName}';\n`;
    expect(doorFaults('renderer/parts/planted.ts', statement)).toHaveLength(1);
    expect(doorFaults(`${door}/planted.ts`, statement)).toEqual([]);
  });
});
