// A text with columns as rows of cells: comma, semicolon or tab between them, quoted cells as in any CSV, whatever a spreadsheet
// of whatever language writes.

export interface TableRow {
  /** Line of the text on which the row begins, from 1 on. */
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = ['\t', ';', ',', '\u060C', '\u061B'] as const;

/** The separator that stands most often in the first line, outside quotes. Example: 'a;b;c' has the semicolon. */
export function separatorOf(text: string): string {
  let best: string = ',';
  let most = 0;
  const [head = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/, 1);
  for (const separator of separators) {
    const count = head.split(separator).length - 1;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}

/** What people write in a cell where there is nothing. */
const dashes = /^[-\u2013\u2014]$/;

/** Rows with at least one cell that is not empty. A quoted cell may hold separators, line ends and doubled quotes. */
export function tableOf(text: string): readonly TableRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(plain);
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begins = 1;
  const endCell = (): void => {
    const text = cell.trim();
    cells.push(dashes.test(text) ? '' : text);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: begins, cells });
    cells = [];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] as string;
    const isEnd = sign === '\n' || (sign === '\r' && plain[at + 1] !== '\n');
    if (isEnd) line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === separator) {
      endCell();
    } else if (isEnd) {
      endRow();
      begins = line;
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}
