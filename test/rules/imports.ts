// Every way in which a source file can name another: static, type-only, re-export, side effect, dynamic, `import()` type, require.
import { posix } from 'node:path';
import { splitSource } from './sourceText.ts';

export interface Import {
  readonly line: number;
  /** What is written between the quotes, or undefined where it is computed at run time. */
  readonly specifier: string | undefined;
}

const forms = [
  /\b(?:import|export)\b[^;'"`()]*?\bfrom\s*(?=['"`])/g,
  /\bimport\s*(?=['"`])/g,
  /\b(?:import|require)\s*\(\s*(?=['"`])/g,
];
const computed = /(?<![.\w])(?:import|require)\s*\(\s*(?!['"`\s])/g;

export function importsOf(source: string): Import[] {
  const { code, literals } = splitSource(source);
  const lineAt = (offset: number): number => code.slice(0, offset).split('\n').length;
  const written = forms.flatMap((form) =>
    [...code.matchAll(form)].map((match) => {
      const at = match.index + match[0].length;
      const literal = literals.find((one) => one.at === at);
      return { line: lineAt(at), specifier: literal?.isPart ? undefined : literal?.text };
    }),
  );
  const unwritten = [...code.matchAll(computed)].map(({ index }) => ({
    line: lineAt(index),
    specifier: undefined,
  }));
  return [...written, ...unwritten].sort((one, other) => one.line - other.line);
}

/** What an import names: a file of the project, a package, or one of Node's own modules. */
export type Target = { readonly file: string } | { readonly packageName: string };

export function targetOf(importer: string, specifier: string): Target {
  if (specifier.startsWith('.')) {
    const path = specifier.replace(/[?#].*$/, '');
    return { file: posix.normalize(posix.join(posix.dirname(importer), path)) };
  }
  if (specifier.startsWith('node:')) return { packageName: 'node' };
  const parts = specifier.split('/');
  return { packageName: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
}
