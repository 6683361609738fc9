import { describe, expect, it } from 'vitest';
import type { Wish } from '../../core/contract/shellMethods.ts';
import { createWishes } from '../../electron/desktop/wishes.ts';

const plan = (name: string): Wish => ({ kind: 'plan', plan: name });

describe('the wishes for the page', () => {
  it('wait until a page asks, and stay until it has taken them over', async () => {
    const wishes = createWishes(10);
    wishes.add(plan('a'));
    wishes.add(plan('b'));
    const first = await wishes.next(-1);
    expect(first).toEqual({ sequence: 2, wishes: [plan('a'), plan('b')] });
    // The page went away before it could do anything: the next one gets them too.
    expect(await wishes.next(-1)).toEqual(first);
    expect(await wishes.next(2)).toEqual({ sequence: 2, wishes: [] });
    expect(await wishes.next(-1)).toMatchObject({ wishes: [] });
  });

  it('wake a page that waits', async () => {
    const wishes = createWishes(60_000);
    const waiting = wishes.next(-1);
    wishes.add(plan('a'));
    expect(await waiting).toEqual({ sequence: 1, wishes: [plan('a')] });
  });

  it('answer an older question at once when a new page asks', async () => {
    const wishes = createWishes(60_000);
    const older = wishes.next(-1);
    const newer = wishes.next(-1);
    expect((await older).wishes).toEqual([]);
    wishes.add(plan('a'));
    expect((await newer).wishes).toEqual([plan('a')]);
  });

  it('lose their commands with the page that they were meant for, and nothing else', async () => {
    const wishes = createWishes(10);
    wishes.add({ kind: 'command', command: 'undo' });
    wishes.add(plan('a'));
    wishes.dropCommands();
    expect(await wishes.next(-1)).toEqual({ sequence: 2, wishes: [plan('a')] });
  });
});
