// What the desktop window offers to its page beyond the host: dialogs, the menu's wishes, printing. A browser has none of
// it and does with upload, download and its own dialogs. Decoded at the border like the methods of the host.
import { z } from 'zod';
import { text } from '../plan/schema/elements.ts';
import type { Failure, Reply } from './failures.ts';

const fileName = z.string().min(1).max(200);

/** What the menu can ask of the page. */
export const menuCommands = [
  'library',
  'open',
  'export',
  'exportBundle',
  'rename',
  'undo',
  'redo',
  'print',
  'pdf',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export const shellMethods = {
  'shell.next': { input: z.strictObject({ after: z.int().min(-1) }) },
  'shell.show': {
    input: z.strictObject({
      language: z.enum(['fa', 'ar', 'en']),
      plan: z.string().min(1).max(64).nullable().describe('The kept plan that is shown.'),
      undo: z.boolean(),
      redo: z.boolean(),
      recent: z.array(z.strictObject({ plan: z.string().min(1).max(64), name: text })).max(10),
    }),
  },
  'shell.openFile': { input: z.strictObject({}) },
  'shell.saveFile': {
    input: z.strictObject({
      fileName,
      text: z.string().max(64_000_000),
      base64: z
        .boolean()
        .optional()
        .describe('True where the text stands for bytes, such as those of a picture.'),
    }),
  },
  'shell.print': { input: z.strictObject({}) },
  'shell.savePdf': { input: z.strictObject({ fileName }) },
} as const;
export type ShellMethod = keyof typeof shellMethods;
export type ShellInput<M extends ShellMethod> = z.input<(typeof shellMethods)[M]['input']>;
export type DecodedShellInput<M extends ShellMethod> = z.output<(typeof shellMethods)[M]['input']>;

/** Something that came from outside of the page: the menu, a file that was opened, a start anew. */
export type Wish =
  | { readonly kind: 'command'; readonly command: MenuCommand }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'plan'; readonly plan: string }
  | { readonly kind: 'failure'; readonly failure: Failure }
  /** The window had stopped and was started anew. */
  | { readonly kind: 'recovered' };

export interface ShellOutputs {
  /** Answers as soon as there is a wish after the sequence, at the latest after some seconds with none. */
  'shell.next': { readonly sequence: number; readonly wishes: readonly Wish[] };
  'shell.show': null;
  /** Null where the person chose none. */
  'shell.openFile': { readonly name: string; readonly text: string } | null;
  'shell.saveFile': { readonly saved: boolean };
  'shell.print': null;
  'shell.savePdf': { readonly saved: boolean };
}

export interface Shell {
  call<M extends ShellMethod>(method: M, input: ShellInput<M>): Promise<Reply<ShellOutputs[M]>>;
}
