import { Text } from '@mantine/core';
import { useState } from 'react';
import { checkedStep, type StressResult } from '../../../core/measures/stress.ts';
import { missedAlready } from '../../../core/report/stressNews.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { StudyBar } from '../matters/StudyBar.tsx';
import { Panel } from '../Panel.tsx';
import { StressTable } from './StressTable.tsx';
import { promisesText, rowKey } from './stressWords.ts';

/** A size of a row, which is shown in full. */
export interface ChosenSize {
  readonly row: string;
  readonly place: number;
}

/** What may happen to the organisation in growing sizes, which promise gives way first, and one of the sizes in full. */
export function StressPart({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { found } = useSession(({ matters }) => matters.stress);
  const [asked, setAsked] = useState<ChosenSize | null>(null);
  const result = found?.value ?? null;
  const chosen = chosenIn(result, asked);
  return (
    <Panel title={t('stress.panel')} explanation={t('stress.intro')}>
      {result === null ? (
        <Text size="sm" c="dimmed" mb="md">
          {t('stress.idle')}
        </Text>
      ) : (
        <>
          <Notes result={result} />
          <StressTable result={result} open={open} chosen={chosen} onChoose={setAsked} />
        </>
      )}
      <StudyBar study="stress" open={open} checksAtFirst />
    </Panel>
  );
}

/** What was asked for, where the result still has it; else what breaks first. */
function chosenIn(result: StressResult | null, asked: ChosenSize | null): ChosenSize | null {
  const of = result?.rows.find((row) => rowKey(row) === asked?.row);
  if (asked !== null && of?.steps[asked.place] !== undefined) return asked;
  const [soonest] = result?.rows ?? [];
  const step = soonest === undefined ? undefined : checkedStep(soonest);
  if (soonest === undefined || step === undefined) return null;
  return { row: rowKey(soonest), place: soonest.steps.indexOf(step) };
}

/** What was simulated, and which promises no stress can be blamed for. */
function Notes({ result }: { result: StressResult }) {
  const texts = useText();
  const { t, format } = texts;
  const ids = (of: StressResult['promises']): string =>
    promisesText(
      texts,
      result,
      of.map(({ id }) => id),
    );
  const missed = missedAlready(result);
  const silent = result.promises.filter(({ level }) => level === null);
  return (
    <>
      {result.replications > 0 && (
        <Text size="sm" mb="xs" maw="90ch">
          {t('stress.checked', {
            replications: format.integer(result.replications),
            seed: format.integer(result.seed),
          })}
        </Text>
      )}
      {missed.length > 0 && (
        <Text size="sm" mb="xs" maw="90ch" data-missed-already={missed.length}>
          {t('stress.missed', { promises: ids(missed) })}
        </Text>
      )}
      {silent.length > 0 && (
        <Text size="sm" mb="xs" maw="90ch">
          {t('stress.noFormula', { promises: ids(silent) })}
        </Text>
      )}
    </>
  );
}
