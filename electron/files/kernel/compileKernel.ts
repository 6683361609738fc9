// Compiles the kernel of the lean loop (AssemblyScript) to WebAssembly, and writes it as a module of core that holds its bytes.
import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const folder = new URL('../../../core/simulation/lean/', import.meta.url);

/** One fixed piece of memory of this size, which the program around it makes; as in core/simulation/lean/kernelMemory.ts. */
const pages = '1024';
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--memoryBase', '1024'];
const memory = ['--importMemory', '--noExportMemory', '--initialMemory', pages, '--maximumMemory', pages];

/** The text of core/simulation/lean/kernelCode.ts as its source compiles to. Errors: what the compiler says. */
export async function kernelCodeText(): Promise<string> {
  let code: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['kernel/kernel.ts', ...flags, ...memory, '--outFile', 'kernel.wasm'],
    {
      readFile: sourceOf,
      writeFile: (_name, data) => {
        code = data as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || code === undefined) throw new Error(`${error?.message}\n${stderr.toString()}`);
  const lines =
    Buffer.from(code)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `${[
    '// Generated: what core/simulation/lean/kernel compiles to, as base64. After a change there: node electron/files/kernel/writeKernel.ts',
    'export const kernelCode = [',
    ...lines.map((line) => `  '${line}',`),
    "].join('');",
  ].join('\n')}\n`;
}

/** The compiler adds the file ending itself, and has a decorator where TypeScript knows none. */
function sourceOf(name: string): string | null {
  try {
    return readFileSync(new URL(name, folder), 'utf8')
      .replaceAll(/(from '[^']*)\.ts'/g, "$1'")
      .replaceAll('/* inline */', '@inline');
  } catch {
    return null;
  }
}
