import { useState } from 'react';
import { lawMean } from '../../../core/plan/lawMean.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { longestSeconds } from '../at/DurationAt.tsx';
import { memoCard } from '../at/memoCard.ts';
import { optionally } from '../at/optionally.ts';
import { partsOf } from '../at/partsOf.ts';
import { useCanEdit } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import table from '../DataTable.module.css';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { CommitField } from '../fields/CommitField.tsx';
import { useDurationText } from '../fields/useDurationText.ts';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { type Cell, isOwnRule, ruleOfCell, setCell } from './handlingCells.ts';
import classes from './routing.module.css';

const others = '';

/** What the rules of handling come to, by tier and channel; a cell that is typed makes or changes its rule. */
export const HandlingMatrix = memoCard(
  ({ plan }: { plan: Plan }) => {
    const { t, say } = useText();
    const [about, setAbout] = useState(others);
    const issueType = plan.issueTypes.some(({ id }) => id === about) ? about : undefined;
    const rows =
      plan.tiers.length > 0 ? plan.tiers : [{ id: undefined, name: t('routing.handling.everywhere') }];
    return (
      <>
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
        <ScrollFrame label={t('routing.handling.matrix')}>
          <table className={`${table.table} ${classes.matrix}`} data-matrix="">
            <caption>{t('routing.handling.matrix')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('report.part.tiers')}</th>
                {plan.channels.map((channel) => (
                  <th key={channel.id} scope="col">
                    <PlanText of={channel.name} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((tier) => (
                <tr key={tier.id ?? 'all'}>
                  <th scope="row">
                    <PlanText of={tier.name} />
                  </th>
                  {plan.channels.map((channel) => (
                    <MatrixCell
                      key={channel.id}
                      plan={plan}
                      cell={{ tier: tier.id, channel: channel.id, issueType }}
                      label={t('routing.handling.cell', { tier: say(tier.name), channel: say(channel.name) })}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
        <p className={classes.summary}>{t('routing.handling.matrixUnits')}</p>
      </>
    );
  },
  ['handling', 'tiers', 'channels', 'issueTypes'],
);

function MatrixCell({ plan, cell, label }: { plan: Plan; cell: Cell; label: string }) {
  const { t, format } = useText();
  const edit = usePlanEdit();
  const canEdit = useCanEdit();
  const { read } = useDurationText(0.001, longestSeconds);
  const position = ruleOfCell(plan, cell);
  const rule = position === undefined ? undefined : plan.handling[position];
  const mean = rule === undefined ? undefined : lawMean(rule.time);
  const title =
    position === undefined
      ? t('routing.handling.noRule')
      : t('routing.handling.byRule', { number: format.integer(position + 1) });
  return (
    <td
      data-own={rule !== undefined && isOwnRule(rule.when, cell)}
      data-cell={`${cell.tier ?? 'all'}/${cell.channel}`}
      title={title}
    >
      <CommitField
        label={label}
        hideLabel
        width={92}
        value={mean !== undefined && Number.isFinite(mean) ? mean : undefined}
        {...optionally(false, format.durationCompact, read)}
        disabled={!canEdit}
        onCommit={(seconds) => {
          if (seconds !== undefined) edit((now) => setCell(now, cell, seconds));
        }}
      />
    </td>
  );
}
