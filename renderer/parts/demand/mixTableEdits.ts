// What is typed into the table of the mix, as one edit: the last row and the last column are sums.
import type { Command } from '../../../core/plan/edits/command.ts';
import type { GridEdit } from '../grid/gridPaste.ts';
import { linesAt, type MixPlan, setCells, setLines, setShares } from './mix.ts';
import type { Period } from './volumes.ts';

/** Why nothing is changed; texts stand under `demand.mix.refused`. */
export type MixRefused = 'sumsApart' | 'sumEmptied' | 'sharesOverOne' | 'sharesNotOne';

export function mixEdit(
  plan: MixPlan,
  edits: readonly GridEdit[],
  per: Period,
  view: 'contacts' | 'share',
): readonly Command[] | MixRefused {
  const { issueTypes, channels, demand } = plan;
  const isRowSum = ({ column }: GridEdit): boolean => column === channels.length;
  const isColumnSum = ({ row }: GridEdit): boolean => row === issueTypes.length;
  const kinds = new Set(edits.map((edit) => `${isRowSum(edit)} ${isColumnSum(edit)}`));
  if (kinds.size > 1) return 'sumsApart';
  const parts = edits.map((edit) => {
    const issueType = issueTypes[edit.row]?.id;
    const channel = channels[edit.column]?.id;
    const lines = demand.filter(
      (line) =>
        (issueType === undefined || line.issueType === issueType) &&
        (channel === undefined || line.channel === channel),
    );
    return { edit, issueType, channel, lines };
  });
  const areCells = parts.every(({ issueType, channel }) => issueType !== undefined && channel !== undefined);
  if (!areCells && edits.some(({ value }) => value === null)) return 'sumEmptied';
  if (view === 'share')
    return setShares(
      plan,
      parts.map(({ edit, issueType, channel, lines }) => {
        const share = edit.value ?? 0;
        if (issueType === undefined || channel === undefined) return { lines, share };
        const place = { issueType, channel };
        return { lines: linesAt(plan, place), share, place };
      }),
      per,
    );
  if (!areCells) return parts.flatMap(({ edit, lines }) => setLines(lines, edit.value ?? 0, per));
  const cells = parts.flatMap(({ edit, issueType, channel }) =>
    issueType === undefined || channel === undefined ? [] : [{ issueType, channel, contacts: edit.value }],
  );
  return setCells(plan, cells, per);
}
