// Derives the figures of a sample plan from a raw file that does not belong to the project:
//   node electron/files/derive/main.ts bank callcenter_6min.csv
//   node electron/files/derive/main.ts desk incident_event_log.csv
// A tool for developers, in English only: it writes core/samples/derived/, unless the file differs from its description.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bankDifferences, deriveBank } from './bank.ts';
import { deriveDesk, deskDifferences } from './desk.ts';
import type { RawFile } from './origin.ts';
import { stableText } from './stableText.ts';

interface Outcome {
  readonly problems: readonly string[];
  readonly text: string;
}

const derivations: Readonly<
  Record<string, { readonly output: string; derive(text: string, file: RawFile): Outcome }>
> = {
  bank: {
    output: 'bank.json',
    derive(text, file) {
      const derived = deriveBank(text, file);
      if (!derived.ok) return { problems: derived.failure, text: '' };
      return { problems: bankDifferences(derived.value), text: stableText(derived.value) };
    },
  },
  desk: {
    output: 'serviceDesk.json',
    derive(text, file) {
      const derived = deriveDesk(text, file);
      if (!derived.ok) return { problems: derived.failure, text: '' };
      return { problems: deskDifferences(derived.value), text: stableText(derived.value) };
    },
  },
};

function main(words: readonly string[]): number {
  const [what = '', path = ''] = words;
  const derivation = Object.hasOwn(derivations, what) ? derivations[what] : undefined;
  if (derivation === undefined || path === '' || words.length > 2) {
    console.error('usage: node electron/files/derive/main.ts bank|desk <file>');
    return 2;
  }
  const file = readRaw(path);
  if (file === undefined) {
    console.error(`${path} cannot be read`);
    return 1;
  }
  const { problems, text } = derivation.derive(file.text, file);
  if (problems.length > 0) {
    console.error(`${path} is not the file that the figures are derived from; nothing was written:`);
    for (const problem of problems) console.error(`  ${problem}`);
    return 1;
  }
  const folder = join(import.meta.dirname, '..', '..', '..', 'core', 'samples', 'derived');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, derivation.output), text);
  console.log(`core/samples/derived/${derivation.output} written`);
  return 0;
}

function readRaw(path: string): (RawFile & { readonly text: string }) | undefined {
  try {
    const bytes = readFileSync(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name: basename(path), sha256, text: bytes.toString('utf8') };
  } catch {
    return undefined;
  }
}

process.exitCode = main(process.argv.slice(2));
