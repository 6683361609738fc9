// What is said after a paste: what was taken, or every reason for which nothing was.
import type { Translate } from '../../../locales/translator.ts';
import type { GridCellPlace } from './gridMoves.ts';
import type { Pasted } from './gridPaste.ts';

const mostNamed = 4;

type Taken = Extract<Pasted, { readonly kind: 'edits' }>;

export function donePaste({ edits }: Taken, t: Translate): string {
  const empty = edits.filter(({ value }) => value === null).length;
  return empty === 0
    ? t('demand.grid.pasted', { number: edits.length })
    : t('demand.grid.pastedEmpty', { number: edits.length, empty });
}

export function refusedPaste(
  found: Exclude<Pasted, Taken>,
  t: Translate,
  nameAt: (place: GridCellPlace) => string,
): string {
  switch (found.kind) {
    case 'nothing':
      return t('demand.grid.nothing');
    case 'tooLarge': {
      const { rows, columns, room } = found;
      return t('demand.grid.tooLarge', { rows, columns, roomRows: room.rows, roomColumns: room.columns });
    }
    case 'refused': {
      const named = found.cells
        .slice(0, mostNamed)
        .map((cell) => t('demand.grid.unread', { cell: nameAt(cell), text: cell.text, why: cell.message }));
      const more = found.cells.length - named.length;
      return [
        t('demand.grid.refused', { number: found.cells.length }),
        ...named,
        ...(more > 0 ? [t('demand.grid.more', { number: more })] : []),
      ].join('\n');
    }
  }
}
