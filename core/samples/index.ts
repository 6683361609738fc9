// The sample plans that come with the product: whole organisations to look at, run and change. Each is a file of its
// own, so that it can also be opened by hand; what is opened here is the same content.
import type { Text } from '../plan/schema/elements.ts';
import bankPhoneCentre from './bank-phone-centre.plan.json' with { type: 'json' };
import computerCompany from './computer-company.plan.json' with { type: 'json' };
import itServiceDesk from './it-service-desk.plan.json' with { type: 'json' };
import onlineShop from './online-shop.plan.json' with { type: 'json' };

/** What a list of samples shows: the name and, in a sentence or two, what the sample is about. */
export interface SampleEntry {
  readonly id: string;
  readonly name: Text;
  readonly summary: Text;
}

interface SampleFile {
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
}

const samples: readonly SampleFile[] = [onlineShop, computerCompany, bankPhoneCentre, itServiceDesk];

/** All samples in the order in which they are offered. */
export const sampleList = (): readonly SampleEntry[] =>
  samples.map(({ id, name, description }) => ({ id, name, summary: description }));

/** The plan of a sample as JSON text, indented by two; undefined where there is no sample of this id. */
export function openSample(id: string): string | undefined {
  const sample = samples.find((candidate) => candidate.id === id);
  return sample === undefined ? undefined : JSON.stringify(sample, null, 2);
}
