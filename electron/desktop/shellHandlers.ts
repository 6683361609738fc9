// What the window does for its page: dialogs in the person's language, whole files, printing, PDF, the menu.
import { basename } from 'node:path';
import type { App, BrowserWindow, Dialog, FileFilter } from 'electron';
import type { Reply } from '../../core/contract/failures.ts';
import type { DecodedShellInput } from '../../core/contract/shellMethods.ts';
import type { Translate } from '../../locales/translator.ts';
import { writeWhole } from '../files/writeWhole.ts';
import { readOpened } from './openedFiles.ts';
import type { ShellHandlers } from './shellChannel.ts';
import type { Wishes } from './wishes.ts';

export interface ShellParts {
  readonly app: Pick<App, 'addRecentDocument' | 'getPath'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly window: () => BrowserWindow | undefined;
  readonly wishes: Wishes;
  readonly t: () => Translate;
  /** The page has told what it shows. */
  readonly onShown: (shown: DecodedShellInput<'shell.show'>) => void;
}

type Saved = Reply<{ readonly saved: boolean }>;
const notSaved: Saved = { ok: true, value: { saved: false } };

/** Undefined: the file is no picture. */
function pictureFilter(fileName: string): FileFilter | undefined {
  const extension = /\.(svg|png)$/.exec(fileName)?.[1];
  return extension === undefined ? undefined : { name: extension.toUpperCase(), extensions: [extension] };
}

export function createShellHandlers({ app, dialog, window, wishes, t, onShown }: ShellParts): ShellHandlers {
  const planFilter = (): FileFilter => ({ name: t()('desktop.dialog.plans'), extensions: ['saff', 'json'] });

  /** Asks where, then writes. A name from the page is a name, never a path. */
  const save = async (
    fileName: string,
    filter: FileFilter,
    content: () => Promise<string | Uint8Array>,
  ): Promise<Saved> => {
    const parent = window();
    if (parent === undefined) return notSaved;
    const { canceled, filePath } = await dialog.showSaveDialog(parent, {
      title: t()('desktop.dialog.save'),
      buttonLabel: t()('desktop.dialog.saveButton'),
      defaultPath: basename(fileName.replaceAll('\\', '/')),
      filters: [filter],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || !filePath) return notSaved;
    const written = await writeWhole(filePath, await content());
    if (written.ok) return { ok: true, value: { saved: true } };
    const params = { name: basename(filePath), reason: written.failure };
    return { ok: false, failure: { code: 'fileNotWritten', params } };
  };

  return {
    'shell.next': async ({ after }) => ({ ok: true, value: await wishes.next(after) }),
    'shell.show': async (shown) => {
      onShown(shown);
      return { ok: true, value: null };
    },
    'shell.openFile': async () => {
      const parent = window();
      if (parent === undefined) return { ok: true, value: null };
      const { canceled, filePaths } = await dialog.showOpenDialog(parent, {
        title: t()('desktop.dialog.open'),
        buttonLabel: t()('desktop.dialog.openButton'),
        filters: [planFilter()],
        properties: ['openFile'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return { ok: true, value: null };
      const opened = await readOpened(path);
      if (opened.kind === 'failure') return { ok: false, failure: opened.failure };
      if (opened.kind !== 'file') return { ok: true, value: null };
      app.addRecentDocument(path);
      return { ok: true, value: { name: opened.name, text: opened.text } };
    },
    'shell.saveFile': ({ fileName, text, base64 }) =>
      save(fileName, pictureFilter(fileName) ?? planFilter(), async () =>
        base64 === true ? Buffer.from(text, 'base64') : text,
      ),
    'shell.print': () =>
      new Promise((settle) => {
        const contents = window()?.webContents;
        if (contents === undefined) return settle({ ok: true, value: null });
        // Whether it was printed or left is the person's own knowledge.
        contents.print({ printBackground: true }, () => settle({ ok: true, value: null }));
      }),
    'shell.savePdf': async ({ fileName }) => {
      const contents = window()?.webContents;
      if (contents === undefined) return notSaved;
      // Made before the question: what is shown now is what was meant.
      const pdf = await contents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        preferCSSPageSize: true,
      });
      return save(fileName, { name: 'PDF', extensions: ['pdf'] }, async () => pdf);
    },
  };
}
