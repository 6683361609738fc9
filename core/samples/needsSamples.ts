// Needs that come with the product: of two companies only what the source articles say of them, all else left to what is usual.
import type { Text } from '../plan/schema/elements.ts';
import { type NeedsFile, needsFile } from '../plan/schema/needs.ts';
import computerCompany from './needs/computer-company.needs.json' with { type: 'json' };
import onlineShop from './needs/online-shop.needs.json' with { type: 'json' };

export interface NeedsEntry {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
  readonly file: NeedsFile;
}

const files = [computerCompany, onlineShop];

/** All of them in the order in which they are offered, with their defaults. */
export const needsSamples = (): readonly NeedsEntry[] =>
  files.map((written) => {
    const file = needsFile.parse(written);
    return { id: file.id, name: file.name, summary: file.description ?? '', file };
  });
