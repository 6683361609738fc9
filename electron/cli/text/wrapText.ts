// Text broken into lines of a given width. Isolates that are open where a line ends are closed there and opened again
// on the next line, so that each line stands for itself.
import { PDI } from '../../../locales/format/bidi.ts';
import { displayWidth } from '../../../locales/format/displayWidth.ts';

const openers = /[\u2066-\u2068]/;

export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n]+/).flatMap((whole) => piecesOf(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && displayWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return balanced(lines);
}

/** A word, or where it is longer than a line its pieces. */
function piecesOf(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (displayWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function balanced(lines: readonly string[]): readonly string[] {
  let open: string[] = [];
  return lines.map((line) => {
    const reopened = open.join('');
    for (const character of line) {
      if (openers.test(character)) open.push(character);
      else if (character === PDI) open = open.slice(0, -1);
    }
    return reopened + line + PDI.repeat(open.length);
  });
}
