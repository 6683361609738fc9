// Digests of rows: SQLite does not notice a bit that has turned within a text, these do.
import { createHash } from 'node:crypto';

export const digestOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
