import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { inputKinds } from '../../../core/measures/inputKinds.ts';
import type { PromiseSensitivity, SensitivityResult } from '../../../core/measures/sensitivity.ts';
import { inputValueText } from '../../../locales/format/inputValue.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { inputText } from '../../text/inputText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChartFrame } from '../ChartFrame.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { Panel } from '../Panel.tsx';
import { SensitivityTable, sensitivityTable } from './SensitivityTable.tsx';
import { StudyBar } from './StudyBar.tsx';
import { barsOf, Tornado } from './Tornado.tsx';

const fewRows = 12;

/** What a promise hangs on: the tornado of what is not known, the next number worth measuring, and all figures in order. */
export function SensitivityPart({ open }: { open: OpenPlan }) {
  const texts = useText();
  const { t } = texts;
  const { found } = useSession(({ matters }) => matters.sensitivity);
  const [chosen, setChosen] = useState<string | null>(null);
  const result = found?.value ?? null;
  const of = result?.promises.find(({ promise }) => promise === chosen) ?? worstOf(result);
  const { plan } = open;
  const bars = of === undefined ? [] : barsOf(of);
  return (
    <>
      <ChartFrame
        title={t('matters.tornado.title')}
        explanation={t('matters.tornado.explanation')}
        controls={
          result !== null &&
          of !== undefined && (
            <ChoiceField
              label={t('matters.tornado.promise')}
              options={result.promises.map(({ promise }) => ({
                value: promise,
                label: texts.say(plan.promises.find(({ id }) => id === promise)?.name ?? promise),
              }))}
              value={of.promise}
              onChange={setChosen}
              width={420}
            />
          )
        }
        {...(result !== null &&
          bars.length > 0 && { table: () => sensitivityTable(texts, plan, result, bars) })}
        notes={<StudyBar study="sensitivity" open={open} />}
      >
        <Chart result={result} of={of} open={open} />
      </ChartFrame>
      {result !== null && of !== undefined && of.level !== null && (
        <AllFigures result={result} of={of} open={open} />
      )}
    </>
  );
}

/** The promise that is missed by most, or kept by least. */
function worstOf(result: SensitivityResult | null): PromiseSensitivity | undefined {
  const margin = ({ level, shareToAttain }: PromiseSensitivity): number =>
    level === null ? Number.POSITIVE_INFINITY : level - shareToAttain;
  return [...(result?.promises ?? [])].sort((one, other) => margin(one) - margin(other))[0];
}

interface OfPromise {
  readonly result: SensitivityResult | null;
  readonly of: PromiseSensitivity | undefined;
  readonly open: OpenPlan;
}

function Chart({ result, of, open }: OfPromise) {
  const texts = useText();
  const { t, format } = texts;
  if (result === null || of === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('matters.tornado.idle')}
      </Text>
    );
  if (of.level === null) return <Text size="sm">{t('matters.tornado.noFormula')}</Text>;
  if (barsOf(of).length === 0) return <Text size="sm">{t('matters.tornado.none')}</Text>;
  const next = of.rows[of.nextToMeasure ?? -1];
  const input = result.inputs[next?.input ?? -1];
  return (
    <>
      <Tornado result={result} of={of} plan={open.plan} />
      {next !== undefined && input?.belief != null && (
        <Text size="sm" mt="md" maw="90ch" data-next>
          {t('sensitivity.next', {
            input: inputText(texts, input, open.plan),
            low: inputValueText(format, input.unit, input.belief.low),
            high: inputValueText(format, input.unit, input.belief.high),
            points: format.number(100 * (next.swing ?? 0), { decimals: 1 }),
          })}{' '}
          {next.decides && t('sensitivity.decides')}{' '}
          {input.belief.basis === 'assumed' &&
            t('sensitivity.why', { reason: t(`inputs.reason.${inputKinds[input.kind].reason}`) })}
        </Text>
      )}
    </>
  );
}

function AllFigures({ result, of, open }: OfPromise & { result: SensitivityResult; of: PromiseSensitivity }) {
  const { t, format } = useText();
  const [isLong, setLong] = useState(false);
  return (
    <Panel title={t('matters.table.title')} explanation={t('matters.table.explanation')}>
      <SensitivityTable
        caption={t('matters.table.title')}
        plan={open.plan}
        result={result}
        rows={isLong ? of.rows : of.rows.slice(0, fewRows)}
      />
      {of.rows.length > fewRows && (
        <Button variant="subtle" mt="xs" data-all-figures onClick={() => setLong(!isLong)}>
          {isLong
            ? t('matters.table.few')
            : t('matters.table.all', { count: format.integer(of.rows.length) })}
        </Button>
      )}
    </Panel>
  );
}
