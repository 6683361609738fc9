// What goes between the host and the thread that has the library.
import type { Library } from '../store/library.ts';

export interface LibraryCall {
  readonly kind: 'call';
  readonly call: number;
  readonly method: keyof Library;
  readonly args: readonly unknown[];
}

export type ToLibrary = LibraryCall | { readonly kind: 'open'; readonly folder: string };

export interface FromLibrary {
  readonly call: number;
  readonly outcome:
    | { readonly kind: 'value'; readonly value: unknown }
    /** The database itself cannot be loaded on this machine. */
    | { readonly kind: 'unavailable'; readonly reason: string }
    | { readonly kind: 'defect'; readonly message: string };
}
