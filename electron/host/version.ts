// The product's version, from the one place where it is written. Sources and bundles lie equally deep below it.
import { readFileSync } from 'node:fs';

interface PackageFile {
  readonly version: string;
}

export const productVersion: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as PackageFile
).version;
