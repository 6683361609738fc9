// The words of a stress: what happens, how large it is, and which promises it is about.
import type { StressResult, StressRow, StressStep } from '../../../core/measures/stress.ts';
import { stressSizeText } from '../../../locales/format/stressSize.ts';
import type { Texts } from '../../text/TextProvider.tsx';

export const happeningText = ({ t, say }: Texts, { kind, name }: StressRow): string =>
  t(`stress.kind.${kind}`, { part: name === null ? '' : say(name) });

export const sizeText = ({ format }: Texts, { kind }: StressRow, { size }: StressStep): string =>
  stressSizeText(format, kind, size);

export const promisesText = (
  { format, say }: Texts,
  { promises }: StressResult,
  ids: readonly string[],
): string => format.list(ids.map((id) => say(promises.find((promise) => promise.id === id)?.name ?? id)));

/** One row by another name than its place: a result that comes anew has its rows in another order. */
export const rowKey = ({ kind, part }: StressRow): string => `${kind} ${part}`;
