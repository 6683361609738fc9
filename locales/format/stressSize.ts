// How large a stress is: a share more or missing; of a slower department how many times as slow.
import { isolate } from './bidi.ts';
import type { Format } from './format.ts';

export const stressSizeText = (format: Format, kind: string, size: number): string =>
  isolate(kind === 'slowDepartment' ? `×${format.number(size)}` : format.percent(size, 0));
