// Files with some of their bytes changed, as a bad disk, a bad cable or a hostile hand would leave them.
import { chooser } from '../serve/hostileRequests.ts';

/** One byte, or up to one in twenty, is changed, cut out, doubled or put elsewhere. */
export function mutated(sound: Uint8Array, seed: number): Buffer {
  const choose = chooser(seed * 2_654_435_761);
  // Drawn evenly over the powers of ten, so that small changes are as frequent as large ones.
  const changes = Math.max(1, Math.round((sound.length * 0.05) ** (choose(1_000_000) / 1_000_000)));
  let bytes = Buffer.from(sound);
  for (let change = 0; change < changes; change += 1) {
    const at = choose(bytes.length);
    const kind = choose(100);
    if (kind < 60) bytes[at] = (bytes[at] ?? 0) ^ (1 << choose(8));
    else if (kind < 90) bytes[at] = choose(256);
    else if (kind < 98 || change > 20) bytes.copy(bytes, at, choose(bytes.length), choose(bytes.length));
    else if (kind < 99) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + choose(50))]);
    else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - choose(50)))]);
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}
