import { useMemo, useState } from 'react';
import { lawMean } from '../../../core/plan/lawMean.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { longestSeconds } from '../at/DurationAt.tsx';
import { memoCard } from '../at/memoCard.ts';
import { partsOf } from '../at/partsOf.ts';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import type { GridCell } from '../grid/GridRow.tsx';
import type { GridEdit } from '../grid/gridPaste.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import { type Cell, isOwnRule, ruleOfCell, setCells } from './handlingCells.ts';
import classes from './routing.module.css';

const others = '';

/** What the rules of handling come to, by tier and channel; what is typed or pasted makes or changes the rules of its cells. */
export const HandlingMatrix = memoCard(
  ({ plan }: { plan: Plan }) => {
    const { t, say, format } = useText();
    const edit = usePlanEdit();
    const canEdit = useCanEdit();
    const { read } = useDurationText(0.001, longestSeconds);
    const [about, setAbout] = useState(others);
    const issueType = plan.issueTypes.some(({ id }) => id === about) ? about : undefined;
    const { tiers, channels } = plan;
    const places = useMemo(
      () =>
        (tiers.length > 0 ? tiers.map(({ id }) => id) : [undefined]).map((tier) =>
          channels.map((channel): Cell => ({ tier, channel: channel.id, issueType })),
        ),
      [tiers, channels, issueType],
    );
    const cells = useMemo(
      () => places.map((row) => row.map((place) => cellOf(plan, place, format.durationCompact))),
      [plan, places, format],
    );
    if (channels.length === 0) return null;
    const everywhere = t('routing.handling.everywhere');
    const rows =
      tiers.length > 0
        ? tiers.map(({ id, name }) => ({ key: id, head: <PlanText of={name} />, name: say(name) }))
        : [{ key: 'all', head: everywhere, name: everywhere }];
    const onEdit = (edits: readonly GridEdit[]): undefined => {
      const cellsOf = edits.flatMap(({ row, column, value }) => {
        const cell = places[row]?.[column];
        return cell === undefined ? [] : [{ cell, seconds: value }];
      });
      edit((now) => setCells(now, cellsOf));
    };
    return (
      <div data-matrix="" className={classes.matrix}>
        <ChoiceField
          label={t('routing.handling.matrixFor')}
          width={300}
          options={[
            { value: others, label: t('routing.handling.otherIssueTypes') },
            ...partsOf(plan.issueTypes, say),
          ]}
          value={issueType ?? others}
          onChange={setAbout}
        />
        <NumberGrid
          label={t('routing.handling.matrix')}
          corner={t('report.part.tiers')}
          rows={rows}
          columns={channels.map(({ id, name }) => ({
            key: id,
            head: <PlanText of={name} />,
            name: say(name),
          }))}
          cells={cells}
          read={read}
          write={format.durationCompact}
          onEdit={onEdit}
          disabled={!canEdit}
        />
        <p className={classes.summary}>{t('routing.handling.matrixUnits')}</p>
      </div>
    );
  },
  ['handling', 'tiers', 'channels', 'issueTypes'],
);

function cellOf(plan: Plan, cell: Cell, write: (seconds: number) => string): GridCell {
  const position = ruleOfCell(plan, cell);
  const rule = position === undefined ? undefined : plan.handling[position];
  const mean = rule === undefined ? undefined : lawMean(rule.time);
  if (rule === undefined || mean === undefined || !Number.isFinite(mean)) return { value: null, text: '' };
  return { value: mean, text: write(mean), strong: isOwnRule(rule.when, cell) };
}
