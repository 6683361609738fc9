import { Text } from '@mantine/core';
import type { BreakEvenResult, BreakingPoint, BrokenBy } from '../../../core/measures/breakEven.ts';
import { isolate } from '../../../locales/format/bidi.ts';
import { NO_VALUE } from '../../../locales/format/number.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { estimateText, shareText } from '../../text/estimateText.ts';
import { PlanText } from '../../text/PlanText.tsx';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { DataTable } from '../DataTable.tsx';
import { Panel } from '../Panel.tsx';
import { AssistantPays } from './AssistantPays.tsx';
import { StudyBar } from './StudyBar.tsx';

const ways = ['volume', 'handling'] as const satisfies readonly BrokenBy[];

/** How much more volume or longer handling each promise bears, and from which containment on an assistant pays. */
export function BreakEvenPart({ open }: { open: OpenPlan }) {
  const { t } = useText();
  const { found } = useSession(({ matters }) => matters.breakEven);
  return (
    <>
      <Panel title={t('matters.break.title')} explanation={t('matters.break.explanation')}>
        {found === null ? (
          <Text size="sm" c="dimmed" mb="md">
            {t('matters.break.idle')}
          </Text>
        ) : (
          <Points result={found.value} open={open} />
        )}
        <StudyBar study="breakEven" open={open} />
      </Panel>
      {found?.value.assistants.map((assistant) => (
        <AssistantPays key={assistant.channel} assistant={assistant} plan={open.plan} />
      ))}
    </>
  );
}

function Points({ result, open }: { result: BreakEvenResult; open: OpenPlan }) {
  const texts = useText();
  const { t, format } = texts;
  const promises = [...new Set(result.breaking.map(({ promise }) => promise))];
  const isChecked = result.breaking.some(({ simulated }) => simulated !== null);
  const pointOf = (promise: string, by: BrokenBy): BreakingPoint | undefined =>
    result.breaking.find((one) => one.promise === promise && one.by === by);
  return (
    <DataTable
      caption={t('matters.break.caption')}
      rowHead={t('breakEven.column.promise')}
      columns={[
        { key: 'level', head: t('breakEven.column.level') },
        { key: 'asked', head: t('breakEven.column.asked') },
        ...ways.flatMap((by) => [
          { key: by, head: t(`breakEven.column.${by}`) },
          ...(isChecked
            ? [
                { key: `${by} there`, head: t('breakEven.column.simulated') },
                { key: `${by} simulated`, head: t('breakEven.column.simulatedPoint') },
              ]
            : []),
        ]),
      ]}
      rows={promises.map((promise) => {
        const { level = null, shareToAttain = 0 } =
          result.breaking.find((one) => one.promise === promise) ?? {};
        return {
          key: promise,
          head: <PlanText of={open.plan.promises.find(({ id }) => id === promise)?.name ?? promise} />,
          cells: [
            level === null ? NO_VALUE : format.percent(level, 1),
            shareText(format, shareToAttain),
            ...ways.flatMap((by) => {
              const point = pointOf(promise, by);
              const { simulated = null } = point ?? {};
              const { level: there = null, halfWidth = null, factor = null } = simulated ?? {};
              return [
                pointText(texts, point),
                ...(isChecked
                  ? [
                      estimateText(format, { value: there, halfWidth }, 'fraction'),
                      simulated === null
                        ? NO_VALUE
                        : factor === null
                          ? t('breakEven.far')
                          : factorText(texts, factor),
                    ]
                  : []),
              ];
            }),
          ],
        };
      })}
    />
  );
}

/** So much more or less, in words. */
function factorText({ t, format }: Texts, factor: number): string {
  const percent = isolate(format.percent(Math.abs(factor - 1), 1));
  return t(factor >= 1 ? 'breakEven.breaks.more' : 'breakEven.breaks.less', { percent });
}

function pointText(texts: Texts, point: BreakingPoint | undefined): string {
  if (point === undefined) return NO_VALUE;
  if (point.outcome === 'breaks') return factorText(texts, point.factor ?? 1);
  return texts.t(`breakEven.${point.outcome}`);
}
