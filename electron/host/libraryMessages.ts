// What goes between the host and the thread that has the library.
import type { LibraryUpgrade } from '../../core/contract/library.ts';
import type { Library } from '../store/library.ts';
import type { Answer, Call } from '../workers/caller.ts';

export type LibraryCall = Call<keyof Library>;
export type ToLibrary = LibraryCall | { readonly kind: 'open'; readonly folder: string };
export type FromLibrary = Answer | { readonly kind: 'upgrade'; readonly upgrade: LibraryUpgrade };
