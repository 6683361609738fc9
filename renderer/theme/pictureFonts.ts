// The type of the window for pictures that leave it: read when the first one is made.
import arabic from '@fontsource-variable/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2?url';
import latin from '@fontsource-variable/vazirmatn/files/vazirmatn-latin-wght-normal.woff2?url';

interface LoadedFont {
  readonly base64: string;
  readonly range: string;
}

const files = [
  {
    address: arabic,
    range:
      'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFF',
  },
  {
    address: latin,
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-200B,U+2012-206F,U+20AC,U+2122,U+2212',
  },
] as const;

let loaded: Promise<readonly LoadedFont[]> | null = null;

export function pictureFonts(): Promise<readonly LoadedFont[]> {
  loaded ??= Promise.all(
    files.map(async ({ address, range }) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      return { base64: base64Of(bytes), range };
    }),
  );
  return loaded;
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
