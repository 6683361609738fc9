// Bytes written as text: base64, which a source file can hold.
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Worked example: bytesOf('AGFzbQ==') is 0, 97, 115, 109, how every WebAssembly module begins. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const length = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  const bytes = new Uint8Array(length);
  let word = 0;
  for (let i = 0, at = 0; at < length; i += 1) {
    word = (word << 6) | letters.indexOf(base64[i] as string);
    if (i % 4 === 0) continue;
    bytes[at] = (word >> (6 - 2 * (i % 4))) & 0xff;
    at += 1;
  }
  return bytes;
}
