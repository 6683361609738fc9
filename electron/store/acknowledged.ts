// The last sequence that was reported as saved, in a small file beside the library. Where the library is older than
// that, work has gone missing (a deleted log, a restored file), and the person is told.
import { readFileSync, writeFileSync } from 'node:fs';

export interface Acknowledged {
  readonly library: string;
  readonly sequence: number;
}

const fileOf = (libraryFile: string): string => `${libraryFile}.saved`;

/** A hint only: where it cannot be written, the work itself is safe all the same. */
export function noteAcknowledged(libraryFile: string, acknowledged: Acknowledged): void {
  try {
    writeFileSync(fileOf(libraryFile), `${JSON.stringify(acknowledged)}\n`, { mode: 0o600 });
  } catch {
    // The disk may be full at this very moment.
  }
}

export function readAcknowledged(libraryFile: string): Acknowledged | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(fileOf(libraryFile), 'utf8'));
    if (typeof found !== 'object' || found === null || !('library' in found) || !('sequence' in found))
      return undefined;
    const { library, sequence } = found;
    return typeof library === 'string' && Number.isSafeInteger(sequence)
      ? { library, sequence: sequence as number }
      : undefined;
  } catch {
    return undefined;
  }
}
