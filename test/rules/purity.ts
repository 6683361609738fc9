// What core may not use, because its result is not the same on every engine, machine, place or at every time.
import { splitSource } from './sourceText.ts';

/** Exactly rounded by IEEE 754 or exact by definition: the same bits everywhere. */
const exactMath =
  'abs|ceil|floor|round|trunc|sign|min|max|sqrt|fround|imul|clz32|PI|E|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2';

const hostNames = [
  'Date',
  'Temporal',
  'Intl',
  'process',
  'window',
  'document',
  'navigator',
  'globalThis',
  'self',
  'performance',
  'console',
  'crypto',
  'fetch',
  'localStorage',
  'sessionStorage',
  'Buffer',
  'Worker',
  'WebAssembly',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
].join('|');

const rules: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: new RegExp(`\\bMath\\b(?!\\s*\\.\\s*(?:${exactMath})\\b)`, 'g'), says: 'use core/numerics' },
  // A property of that name, as in `arrival.process` or `process: string`, is not the host's.
  { pattern: new RegExp(`(?<![.\\w$])(?:${hostNames})\\b(?!\\s*\\??:)`, 'g'), says: 'a host gives it in' },
  { pattern: /\.\s*(?:toLocale\w+|localeCompare)\b/g, says: 'depends on the place; compare code units' },
  {
    pattern: /\*\*(?!\s*-?\d+(?![\d.eE_]))/g,
    says: 'only with a whole number written out; use core/numerics',
  },
];

/** Words of the planner's too: a file may give one to a variable of its own. The compiler knows no other in core. */
const everydayWords = ['process', 'window', 'document', 'self'];

/** Names of a host that a file may use, each with its reason. */
const exceptions: Readonly<Record<string, { readonly name: string; readonly reason: string }>> = {
  'core/simulation/lean/kernelMemory.ts': {
    name: 'WebAssembly',
    reason: 'runs the kernel, whose arithmetic is the same on every engine',
  },
  'core/evaluate/walking/walkMemory.ts': {
    name: 'WebAssembly',
    reason: 'runs the kernel of the formulas, whose arithmetic is the same on every engine',
  },
  'core/simulation/whole/wholeMemory.ts': {
    name: 'WebAssembly',
    reason: 'runs the kernel of the whole model, whose arithmetic is the same on every engine',
  },
};

const declares = (code: string, word: string): boolean =>
  new RegExp(
    `\\b(?:const|let|function)\\s+${word}\\b|[({,]\\s*${word}\\??\\s*:|[({,]\\s*${word}[^();]*\\)\\s*=>`,
  ).test(code);

export function purityFaults(path: string, source: string): string[] {
  const { code } = splitSource(source);
  const own = everydayWords.filter((word) => declares(code, word));
  return rules.flatMap(({ pattern, says }) =>
    [...code.matchAll(pattern)]
      .filter(([found]) => !own.includes(found) && exceptions[path]?.name !== found)
      .map(({ 0: found, index }) => {
        const line = code.slice(0, index).split('\n').length;
        return `${path}:${line} uses ${found.replace(/\s+/g, '')}: ${says}.`;
      }),
  );
}
