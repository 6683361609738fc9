// The width of a text in the cells of a terminal, for tables that line up in every script.

const colours = /\u001B\[[0-9;]*[A-Za-z]/g;
// Combining marks, and format characters such as joiners and direction marks.
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const doubleWidth = /\p{Emoji_Presentation}/u;

/** Cells that the text takes: colours, marks, joiners and direction controls take none, emoji take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(colours, '')) {
    if (zeroWidth.test(character)) continue;
    width += doubleWidth.test(character) ? 2 : 1;
  }
  return width;
}

/** Blanks before the text up to the width; a longer text stays whole. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Blanks after the text up to the width; a longer text stays whole. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
