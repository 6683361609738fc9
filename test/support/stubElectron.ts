// What stands in for Electron's binary when the application is packaged without a network: a script with the marks that the
// packager looks for. With it everything is real but the program itself: which files go along, the archive, the fuses.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the place of the fuses in every Electron; version 1 and nine fuses follow, all of them off. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

export function writeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const binary = join(folder, 'electron');
  writeFileSync(binary, `#!/bin/sh\nexit 0\n# ${sentinel}\u0001\u0009${'0'.repeat(9)}\n`);
  chmodSync(binary, 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), '');
  for (const language of ['fa', 'ar', 'en-US', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
}
