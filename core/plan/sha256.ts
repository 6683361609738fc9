// SHA-256 of a text, in plain arithmetic, so that every host gives a plan the same name.

// The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2).
const roundConstants = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
);

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Mixes one block of 64 bytes into the state (FIPS 180-4, section 6.2.2); every sum stays a whole number of 32 bits with a sign. */
function mix(state: Int32Array, block: DataView, from: number, schedule: Int32Array): void {
  for (let t = 0; t < 16; t += 1) schedule[t] = block.getInt32(from + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const early = schedule[t - 15] as number;
    const late = schedule[t - 2] as number;
    const small0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const small1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    const before = ((schedule[t - 16] as number) + (schedule[t - 7] as number)) | 0;
    schedule[t] = (before + ((small0 + small1) | 0)) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let t = 0; t < 64; t += 1) {
    const big1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const given = ((roundConstants[t] as number) + (schedule[t] as number)) | 0;
    const first = (((h + big1) | 0) + ((((e & f) ^ (~e & g)) + given) | 0)) | 0;
    const big0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

const blockBytes = 64;
/** Bytes that are mixed in one go. */
const batchBytes = 16 * blockBytes;

/** The UTF-8 form of a text; half a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let point = text.charCodeAt(at);
    if (point < 0x80) bytes[length++] = point;
    else {
      point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd;
      if (point < 0x800) bytes[length++] = 0xc0 | (point >> 6);
      else {
        if (point < 0x10000) bytes[length++] = 0xe0 | (point >> 12);
        else {
          bytes[length++] = 0xf0 | (point >> 18);
          bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
        }
        bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      }
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
}

/** A digest as it stands after some bytes. */
export interface DigestState {
  readonly words: Int32Array;
  /** Bytes that do not fill a block yet. */
  readonly rest: Uint8Array;
  /** Of all bytes so far. */
  readonly length: number;
}

/** The digest of bytes that come one after the other; it can go on from any state that another one has been in. */
export class Digest {
  private readonly words: Int32Array;
  private readonly bytes = new Uint8Array(batchBytes);
  private readonly block = new DataView(this.bytes.buffer);
  private readonly schedule = new Int32Array(64);
  private filled: number;
  private mixed: number;

  constructor(from?: DigestState) {
    this.words = Int32Array.from(
      from?.words ?? [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
      ],
    );
    this.filled = from?.rest.length ?? 0;
    this.mixed = (from?.length ?? 0) - this.filled;
    if (from !== undefined) this.bytes.set(from.rest);
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const room = Math.min(batchBytes - this.filled, bytes.length - at);
      this.bytes.set(bytes.subarray(at, at + room), this.filled);
      at += room;
      this.filled = this.mixBlocks(this.filled + room);
    }
  }

  state(): DigestState {
    const { words, bytes, filled, mixed } = this;
    return { words: words.slice(), rest: bytes.slice(0, filled), length: mixed + filled };
  }

  /** 64 hexadecimal digits. Nothing can be added afterwards: the padding of FIPS 180-4, section 5.1.1, has been. */
  hex(): string {
    const { bytes, block } = this;
    const length = this.mixed + this.filled;
    const end = this.filled + 9 <= blockBytes ? blockBytes : 2 * blockBytes;
    bytes.fill(0, this.filled, end);
    bytes[this.filled] = 0x80;
    block.setUint32(end - 8, Math.floor(length / 0x20000000));
    block.setUint32(end - 4, (length << 3) >>> 0);
    this.mixBlocks(end);
    return Array.from(this.words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  /** Mixes all whole blocks; gives how many bytes are left, which then stand in front. */
  private mixBlocks(filled: number): number {
    let from = 0;
    for (; from + blockBytes <= filled; from += blockBytes) mix(this.words, this.block, from, this.schedule);
    if (from === 0) return filled;
    this.bytes.copyWithin(0, from, filled);
    this.mixed += from;
    return filled - from;
  }
}

/**
 * SHA-256 of the UTF-8 form of a text, as 64 hexadecimal digits; half a surrogate pair counts as U+FFFD.
 *
 * Source: FIPS 180-4 (NIST, 2015). Example: `sha256('abc')` starts with ba7816bf 8f01cfea.
 */
export function sha256(text: string): string {
  const digest = new Digest();
  digest.add(utf8(text));
  return digest.hex();
}
