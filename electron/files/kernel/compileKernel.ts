// Compiles a kernel of the simulator or of the formulas (AssemblyScript) to WebAssembly, and writes it as a module of core that holds its bytes.
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import { type LaidIn, laidIn } from './laidIn.ts';

const core = new URL('../../../core/', import.meta.url);
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd,bulk-memory'];

/** A kernel: its folder in core, the memory that the program around it makes, and where the constants of its own begin in it. */
interface KernelSource {
  readonly folder: string;
  readonly pages: readonly [initial: number, maximum: number];
  readonly memoryBase: number;
  /** What is laid in beyond what the compiler lays in; none where nothing is gained by it. */
  readonly laidIn?: LaidIn;
}

/** The loop for plain plans: as in core/simulation/lean/kernelMemory.ts. */
const lean: KernelSource = { folder: 'simulation/lean', pages: [1024, 1024], memoryBase: 1024 };
/** The whole model: as in core/simulation/whole/wholeMemory.ts. */
const whole: KernelSource = {
  folder: 'simulation/whole',
  pages: [64, 32_768],
  memoryBase: 2048,
  laidIn: { everywhere: 400, light: 1000, onlyCaller: 20_000 },
};
/** The walk of formulas: as in core/evaluate/walking/walkMemory.ts. */
const walking: KernelSource = { folder: 'evaluate/walking', pages: [64, 32_768], memoryBase: 2048 };
export const kernelSources = { lean, whole, walking };

/** The text of kernelCode.ts beside a kernel, as its source compiles to. Errors: what the compiler says. */
export async function kernelCodeText({
  folder,
  pages,
  memoryBase,
  laidIn: sizes,
}: KernelSource): Promise<string> {
  let code: Uint8Array | undefined;
  const rare: string[] = [];
  const memory = ['--importMemory', '--noExportMemory', '--memoryBase', `${memoryBase}`];
  const size = ['--initialMemory', `${pages[0]}`, '--maximumMemory', `${pages[1]}`];
  const names = sizes === undefined ? [] : ['--debug'];
  const { error, stderr } = await asc.main(
    [`${folder}/kernel/kernel.ts`, ...flags, ...names, ...memory, ...size, '--outFile', 'kernel.wasm'],
    {
      readFile: (name) => {
        const source = sourceOf(name);
        rare.push(...rareIn(name, source ?? ''));
        return source;
      },
      writeFile: (_name, data) => {
        code = data as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || code === undefined) throw new Error(`${error?.message}\n${stderr.toString()}`);
  const lines =
    Buffer.from(sizes === undefined ? code : laidIn(code, sizes, rare))
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `${[
    `// Generated: what core/${folder}/kernel compiles to, as base64. After a change there: node electron/files/kernel/writeKernel.ts`,
    'export const kernelCode = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
  ].join('\n')}\n`;
}

/** The functions of a source that are seldom called, by the names that the compiler gives them. */
const rareIn = (name: string, source: string): string[] =>
  [...source.matchAll(/\/\* rare \*\/ (?:export )?function (\w+)/g)].map(
    ([, called]) => `${name.replace(/\.ts$/, '')}/${called}`,
  );

/** The compiler adds the file ending itself, knows no imports of types, and has decorators where TypeScript knows none. */
function sourceOf(name: string): string | null {
  try {
    return readFileSync(new URL(name, core), 'utf8')
      .replaceAll(/(from '[^']*)\.ts'/g, "$1'")
      .replaceAll('import type {', 'import {')
      .replaceAll(/(import \{[^}]*\})/g, (clause) => clause.replaceAll(/\btype /g, ''))
      .replaceAll('/* inline */', '@inline')
      .replaceAll('/* unmanaged */', '@unmanaged');
  } catch {
    return null;
  }
}
