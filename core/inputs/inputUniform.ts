// The uniforms of what is not known: a purpose of their own in the keyed streams, which no contact meets.
import {
  hashKey,
  packPurpose,
  purpose,
  type StreamKey,
  setStreamKey,
  uniformAt,
} from '../simulation/engine/streams.ts';

/** The uniform of an input in a draw; `ordinal` counts what one input draws more than once. */
export function inputUniform(seed: number, draw: number, key: string, ordinal = 0): number {
  const stream: StreamKey = { k0: 0, k1: 0 };
  const [key0, key1] = hashKey(key);
  setStreamKey(stream, seed, draw, key0, key1, 0, 0, packPurpose(purpose.input, 0), 0);
  return uniformAt(stream.k0, stream.k1, ordinal);
}
