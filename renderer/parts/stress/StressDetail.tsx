import { useMemo } from 'react';
import { checkedStep, type StressResult, type StressRow } from '../../../core/measures/stress.ts';
import { stressCommands } from '../../../core/plan/edits/stressedPlan.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import type { OpenPlan } from '../../state/session.ts';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { Panel } from '../Panel.tsx';
import { KeepScenario } from '../scenarios/KeepScenario.tsx';
import { VerdictMark } from '../VerdictMark.tsx';
import classes from './stress.module.css';
import { happeningText, sizeText } from './stressWords.ts';

interface StressDetailProps {
  readonly result: StressResult;
  readonly row: StressRow;
  readonly place: number;
  readonly open: OpenPlan;
}

/** One size of one stress: every promise without and with it, the surer figures first; and the way to keep it as a scenario. */
export function StressDetail({ result, row, place, open }: StressDetailProps) {
  const texts = useText();
  const { t } = texts;
  const step = row.steps[place];
  const commands = useMemo(
    () => (step === undefined ? [] : stressCommands(open.plan, row, step.size)),
    [open.plan, row, step],
  );
  if (step === undefined) return null;
  const words = { what: happeningText(texts, row), size: sizeText(texts, row, step) };
  return (
    <div className={classes.detail} data-stressed={row.kind}>
      <Panel title={t('stress.name', words)} explanation={t('stress.detail.explanation')} plain>
        <div className={classes.stack}>
          <Levels result={result} row={row} place={place} caption={t('stress.name', words)} />
          <KeepScenario open={open} commands={commands} name={t('stress.name', words)} />
        </div>
      </Panel>
    </div>
  );
}

interface LevelsProps extends Omit<StressDetailProps, 'open'> {
  readonly caption: string;
}

function Levels({ result, row, place, caption }: LevelsProps) {
  const texts = useText();
  const { t, format } = texts;
  const step = row.steps[place];
  const simulated = step === checkedStep(row) ? row.simulated : null;
  return (
    <DataTable
      caption={caption}
      rowHead={t('stress.detail.promise')}
      groups={[
        { key: 'asked', head: null, span: 1 },
        ...(simulated === null ? [] : [{ key: 'simulated', head: t('stress.detail.bySimulation'), span: 3 }]),
        { key: 'formula', head: t('stress.detail.byFormula'), span: 2 },
      ]}
      columns={[
        { key: 'asked', head: t('stress.detail.asked') },
        ...(simulated === null
          ? []
          : [
              { key: 'simulatedBefore', head: t('stress.detail.before') },
              { key: 'simulatedThen', head: t('stress.detail.then') },
              { key: 'verdict', head: t('stress.detail.verdict'), numeric: false },
            ]),
        { key: 'before', head: t('stress.detail.before') },
        { key: 'then', head: t('stress.detail.then') },
      ]}
      rows={result.promises.map(({ id, name, shareToAttain, level, simulated: before }) => {
        const then = step?.levels.find(({ promise }) => promise === id)?.level ?? null;
        const found = simulated?.find(({ promise }) => promise === id);
        return {
          key: id,
          head: <PlanText of={name} />,
          cells: [
            shareText(format, shareToAttain),
            ...(simulated === null
              ? []
              : [
                  estimateText(format, before?.attained, 'fraction'),
                  estimateText(format, found?.attained, 'fraction'),
                  <VerdictMark key="verdict" verdict={found?.verdict ?? 'undecided'} />,
                ]),
            level === null ? NO_VALUE : format.percent(level, 1),
            then === null ? NO_VALUE : format.percent(then, 1),
          ],
        };
      })}
    />
  );
}
