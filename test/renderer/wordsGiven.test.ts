import { describe, expect, it } from 'vitest';
import { wordsGiven } from '../../renderer/parts/at/wordsGiven.ts';

const names: Readonly<Record<string, string>> = { fa: 'فارسی', payments: 'پرداخت' };
const nameOf = (word: string): string => names[word] ?? word;

describe('wordsGiven', () => {
  it('keeps a known word by its id, by whichever of the two it is typed', () => {
    expect(wordsGiven(['فارسی', 'payments'], ['fa', 'payments'], nameOf, 64)).toEqual(['fa', 'payments']);
  });

  it('keeps once what is given by its name and by its id', () => {
    expect(wordsGiven(['fa', ' فارسی '], ['fa'], nameOf, 64)).toEqual(['fa']);
  });

  it('keeps words that nobody knows as they are typed, without spaces around them and no longer than allowed', () => {
    expect(wordsGiven([' network ', 'abcdef', ' '], ['fa'], nameOf, 7)).toEqual(['network', 'abcdef']);
    expect(wordsGiven(['abcdef'], [], nameOf, 3)).toEqual(['abc']);
  });
});
