import { Loader } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { CandidateKind } from '../../../core/measures/advice.ts';
import type { CandidateChange } from '../../../core/report/adviceChange.ts';
import type { ShownAdvice } from '../../state/adviceSlice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { type Texts, useText } from '../../text/TextProvider.tsx';
import { costText } from './candidateNumbers.ts';
import classes from './candidates.module.css';

interface WhatChangedProps {
  readonly shown: ShownAdvice | null;
  /** The proposals follow from the answers before the last one. */
  readonly isOld: boolean;
}

/** What the last answer did to the proposals, in one place that stays where it is. */
export function WhatChanged({ shown, isOld }: WhatChangedProps) {
  const texts = useText();
  const { t } = texts;
  const hasFailed = useSession((session) => session.adviceFailure !== null);
  const lines = shown === null ? [] : changeLines(texts, shown);
  return (
    <div className={classes.changed} role="status" data-changed={isOld ? 'working' : 'done'}>
      {isOld && !hasFailed ? (
        <Loader size={16} aria-hidden />
      ) : (
        <IconArrowsExchange size={18} stroke={1.75} aria-hidden />
      )}
      {isOld && !hasFailed ? (
        <p>{t('needs.change.working')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function changeLines(texts: Texts, { advice, change }: ShownAdvice): string[] {
  const { t, format } = texts;
  const named = (kinds: readonly CandidateKind[]): string =>
    format.list(kinds.map((kind) => t.dynamic('advice.word.candidate', kind)));
  if (change === null) return [t('needs.change.first', { count: advice.candidates.length })];
  const { came, went, moved } = change;
  if (came.length + went.length + moved.length === 0) return [t('needs.change.nothing')];
  return [
    ...(came.length > 0 ? [t('needs.change.came', { names: named(came) })] : []),
    ...(went.length > 0 ? [t('needs.change.went', { names: named(went) })] : []),
    ...moved.map((one) =>
      t('needs.change.moved', { name: named([one.id]), how: format.list(movedText(texts, one)) }),
    ),
  ];
}

function movedText({ t, format }: Texts, { people, costPerMonth, promisesKept }: CandidateChange): string[] {
  const size = Math.abs;
  const cost = costText(format, size(costPerMonth), 2);
  return [
    ...(people > 0 ? [t('needs.change.peopleMore', { count: people })] : []),
    ...(people < 0 ? [t('needs.change.peopleLess', { count: -people })] : []),
    ...(costPerMonth > 0 ? [t('needs.change.costMore', { cost })] : []),
    ...(costPerMonth < 0 ? [t('needs.change.costLess', { cost })] : []),
    ...(promisesKept > 0 ? [t('needs.change.keptMore', { count: promisesKept })] : []),
    ...(promisesKept < 0 ? [t('needs.change.keptLess', { count: -promisesKept })] : []),
  ];
}
