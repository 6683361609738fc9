// Where the fields of the kernel's rows stand, read from the declarations of its classes: the compiler lays them down one
// after the other, each at a multiple of its size.
import { readFileSync } from 'node:fs';

const core = new URL('../../../core/', import.meta.url);

/** The text of rowPlaces.ts of a kernel, by its folder in core. Errors: a row whose size is no multiple of eight bytes, which would leave gaps. */
export function rowPlacesText(folder: string): string {
  const source = readFileSync(new URL(`${folder}/kernel/rows.ts`, core), 'utf8').replaceAll(
    /\/\*\*[\s\S]*?\*\//g,
    '',
  );
  const classes = [...source.matchAll(/export class (\w+) \{([^}]*)\}/g)];
  return `${[
    '// Generated: where the fields of the rows in kernel/rows.ts stand, and their sizes, in bytes. After a change there:',
    '// node electron/files/kernel/writeKernel.ts',
    ...classes.map(([, name, body]) => rowOf(name as string, body as string)),
  ].join('\n')}\n`;
}

function rowOf(name: string, body: string): string {
  let at = 0;
  const fields = [...body.matchAll(/(\w+): (\w+);/g)].map(([, field, type]) => {
    const size = type === 'f64' || type === 'u64' ? 8 : 4;
    at = Math.ceil(at / size) * size;
    const place = at;
    at += size;
    return `  ${field}: ${place},`;
  });
  const bytes = Math.ceil(at / 8) * 8;
  return [
    `export const ${name[0]?.toLowerCase()}${name.slice(1)}Row = {`,
    `  bytes: ${bytes},`,
    ...fields,
    '} as const;',
  ].join('\n');
}
