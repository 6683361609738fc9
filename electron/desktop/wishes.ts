// What the page is to do because of the menu, the system or a start anew. The page fetches it, as it fetches everything: a wish
// stays until the page has taken it over, so that none is lost while the page loads.
import type { ShellOutputs, Wish } from '../../core/contract/shellMethods.ts';

export interface Wishes {
  readonly add: (wish: Wish) => void;
  /** The wishes after a number, as soon as there are any, at the latest after the longest wait. */
  readonly next: (after: number) => Promise<ShellOutputs['shell.next']>;
  /** Commands were meant for a page that is gone; files and plans are meant for whatever page comes. */
  readonly dropCommands: () => void;
}

export function createWishes(longestWaitMs = 5_000): Wishes {
  let pending: readonly { readonly number: number; readonly wish: Wish }[] = [];
  let last = 0;
  let wake = (): void => {};

  return {
    add: (wish) => {
      last += 1;
      pending = [...pending, { number: last, wish }];
      wake();
    },
    next: async (after) => {
      pending = pending.filter(({ number }) => number > after);
      if (pending.length === 0) {
        // Only one page asks; an older question of it is answered at once.
        wake();
        await new Promise<void>((settle) => {
          const timer = setTimeout(settle, longestWaitMs);
          wake = () => {
            clearTimeout(timer);
            settle();
          };
        });
      }
      const sequence = pending.at(-1)?.number ?? Math.max(after, -1);
      return { sequence, wishes: pending.map(({ wish }) => wish) };
    },
    dropCommands: () => {
      pending = pending.filter(({ wish }) => wish.kind !== 'command');
    },
  };
}
