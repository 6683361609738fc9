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
  readonly save: (fileName: string, text: string) => Promise<Reply<{ readonly saved: boolean }>>;
  readonly print: () => Promise<Reply<unknown>>;
}

/** A browser over loopback. */
export const browserPlatform: Platform = {
  shell: null,
  save: async (fileName, text) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
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
  save: (fileName, text) => shell.call('shell.saveFile', { fileName, text }),
  print: () => shell.call('shell.print', {}),
});
