// What the place where the page runs can do beyond the host: the desktop window has dialogs, a browser has downloads.
import type { Reply } from '../../core/contract/failures.ts';
import type { Shell } from '../../core/contract/shellMethods.ts';

export interface ChosenFile {
  readonly name: string;
  readonly text: () => Promise<string>;
}

export interface Platform {
  /** Present in the desktop window only. */
  readonly shell: Shell | null;
  /** Gives a file to the person: by a dialog, or as a download. False where the person chose not to. */
  readonly save: (
    fileName: string,
    content: string | Uint8Array,
  ) => Promise<Reply<{ readonly saved: boolean }>>;
  readonly print: () => Promise<Reply<unknown>>;
}

/** A browser over loopback. */
export const browserPlatform: Platform = {
  shell: null,
  save: async (fileName, content) => {
    const part = typeof content === 'string' ? content : new Uint8Array(content);
    const address = URL.createObjectURL(new Blob([part], { type: typeOf(fileName) }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The download has begun with the click, but reads the text a little later.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return { ok: true, value: { saved: true } };
  },
  print: async () => {
    window.print();
    return { ok: true, value: null };
  },
};

export const desktopPlatform = (shell: Shell): Platform => ({
  shell,
  save: (fileName, content) =>
    shell.call(
      'shell.saveFile',
      typeof content === 'string'
        ? { fileName, text: content }
        : { fileName, text: base64Of(content), base64: true },
    ),
  print: () => shell.call('shell.print', {}),
});

const types: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png' };
const typeOf = (fileName: string): string =>
  types[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? 'application/json';

/** Bytes as text, piece by piece: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
