import { describe, expect, it } from 'vitest';
import { sentencePieces } from '../../renderer/text/sentencePieces.ts';

describe('sentencePieces', () => {
  it('keeps the words before a field with it, and the sign after a field at the field', () => {
    expect(sentencePieces('<share/> of contacts by <channel/>, get <clock/>.')).toEqual({
      pieces: [
        { words: '', field: 'share', sign: '' },
        { words: 'of contacts by', field: 'channel', sign: ',' },
        { words: 'get', field: 'clock', sign: '.' },
      ],
      end: '',
    });
  });

  it('leaves the words after the last field to the end', () => {
    expect(sentencePieces('وقتی <filter/> منتظر بمانند')).toEqual({
      pieces: [{ words: 'وقتی', field: 'filter', sign: '' }],
      end: 'منتظر بمانند',
    });
  });
});
