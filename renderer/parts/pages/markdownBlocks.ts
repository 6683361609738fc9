// The small part of Markdown that pages are written in, as blocks: headings, paragraphs, lists, boxes to tick, tables, lines to
// write on. Everything else stays text.
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isChoice: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'line' };

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const isRow = (line: string): boolean => line.startsWith('|') && line.endsWith('|') && line.length > 1;

/** Example: `# A`, an empty line and `- b` are a heading of level 1 and a list of one. */
export function markdownBlocks(markdown: string): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const last = (): MarkdownBlock | undefined => blocks.at(-1);
  let wasEmpty = true;
  for (const raw of markdown.split(/\r\n|\r|\n/)) {
    const line = raw.trim();
    const before = wasEmpty ? undefined : last();
    wasEmpty = line === '';
    if (line === '') continue;
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    const item = /^[-*]\s+(\[ \]\s+)?(.*)$/.exec(line);
    if (heading !== null)
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' });
    else if (item !== null) {
      const isChoice = item[1] !== undefined;
      const found = item[2] ?? '';
      if (before?.kind === 'list' && before.isChoice === isChoice)
        blocks[blocks.length - 1] = { ...before, items: [...before.items, found] };
      else blocks.push({ kind: 'list', isChoice, items: [found] });
    } else if (/^_{4,}$/.test(line)) blocks.push({ kind: 'line' });
    else if (isRow(line)) {
      const cells = cellsOf(line);
      if (before?.kind !== 'table') blocks.push({ kind: 'table', head: cells, rows: [] });
      else if (!cells.every((cell) => /^:?-+:?$/.test(cell)))
        blocks[blocks.length - 1] = { ...before, rows: [...before.rows, cells] };
    } else if (before?.kind === 'paragraph')
      blocks[blocks.length - 1] = { kind: 'paragraph', text: `${before.text} ${line}` };
    else blocks.push({ kind: 'paragraph', text: line });
  }
  return blocks;
}
