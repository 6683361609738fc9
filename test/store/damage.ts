// Ways in which a file can be damaged, each a function of its number.
import { Buffer } from 'node:buffer';

type Kind = 'bit' | 'page' | 'cut' | 'header';
const kinds: readonly Kind[] = ['bit', 'bit', 'bit', 'page', 'cut'];
const pageBytes = 4096;

/** A number that looks random, the same for the same trial. */
const scattered = (trial: number, below: number): number =>
  Math.floor(((((trial + 1) * 2_654_435_761) % 4_294_967_296) / 4_294_967_296) * below);

/** A copy with one bit turned, one page zeroed, or the end cut off at a page. */
export function damage(
  sound: Buffer,
  trial: number,
  kind: Kind = kinds[trial % kinds.length] ?? 'bit',
): Buffer {
  const broken = Buffer.from(sound);
  const pages = sound.length / pageBytes;
  if (kind === 'cut') return broken.subarray(0, scattered(trial, pages) * pageBytes);
  if (kind === 'page') {
    const page = scattered(trial, pages);
    return broken.fill(0, page * pageBytes, (page + 1) * pageBytes);
  }
  const at = kind === 'header' ? 20 : scattered(trial, sound.length);
  broken[at] = (broken[at] ?? 0) ^ (1 << (trial % 8));
  return broken;
}
