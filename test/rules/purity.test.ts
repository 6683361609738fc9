import { describe, expect, it } from 'vitest';
import { purityFaults } from './purity.ts';
import { codeFilesBelow, readProjectFile } from './sourceFiles.ts';

const paths = codeFilesBelow(['core']);

describe('core', () => {
  it('is looked at', () => {
    expect(paths.length).toBeGreaterThan(10);
  });

  it('uses nothing that differs between engines, machines, places or times', () => {
    expect(paths.flatMap((path) => purityFaults(path, readProjectFile(path)))).toEqual([]);
  });
});

describe('purityFaults', () => {
  it.each([
    'const a = Math.log(2);',
    'const a = Math.log1p(2);',
    'const a = Math\n  .exp(2);',
    'const a = Math.pow(2, 3);',
    'const a = Math.hypot(2, 3);',
    'const a = Math.random();',
    "const a = Math['log'](2);",
    'const { log } = Math;',
    'const a = new Date();',
    'const a = Date.now();',
    'const a = process.env;',
    'const a = window.name;',
    'const a = start(process);',
    'const a = (Date: Clock) => Date;',
    'const a = document.title;',
    'const a = globalThis.name;',
    'const a = new Intl.NumberFormat();',
    'setTimeout(() => {}, 1);',
    'const a = performance.now();',
    'console.log(1);',
    'const a = crypto.randomUUID();',
    "const a = 'a'.localeCompare('b');",
    'const a = (1).toLocaleString();',
    'const a = new WebAssembly.Module(bytes);',
    'const a = b ** c;',
    'const a = b ** 0.5;',
    'const a = b ** (2);',
    'let a = 2; a **= b;',
    'const a = `${Math.sin(1)}`;',
  ])('finds %j', (planted) => {
    expect(purityFaults('core/planted.ts', `// The head.\n${planted}\n`)).toHaveLength(1);
    expect(purityFaults('core/planted.ts', `// The head.\n${planted}\n`)[0]).toMatch(
      /^core\/planted\.ts:[23] /,
    );
  });

  it.each([
    '// Math.log, Date and process are not for us.',
    '/** b ** c */',
    "const a = 'Date.now() ** x';",
    'const a = Math.sqrt(2) + Math.max(1, Math.floor(2.5)) + Math.PI;',
    'const a = b ** 2 + 2 ** 53 + 2 ** -3;',
    'const a = arrival.process;',
    'interface A { readonly process: string; readonly document?: number }',
    'const check = (document: unknown) => read(document);',
    'const process = arrivals; start(process.rate);',
    'for (const window of windows) open(window);',
    'const weekDate = 1; const isDate = 2;',
    'const a = 8 / 2; const b = 4 / 2;',
  ])('lets %j pass', (planted) => {
    expect(purityFaults('core/planted.ts', `${planted}\n`)).toEqual([]);
  });
});
