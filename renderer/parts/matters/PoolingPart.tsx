import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Failure } from '../../../core/contract/failures.ts';
import type { BusiestWork } from '../../../core/measures/pooling.ts';
import type { PooledAnswer } from '../../state/mattersSlice.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Panel } from '../Panel.tsx';
import { KindTable } from './KindTable.tsx';
import classes from './matters.module.css';
import { PooledFigures } from './PooledFigures.tsx';
import { kindOf, newKind, questionOf, type TypedKind } from './typedKind.ts';

const origins = ['team', 'issueType', 'typed'] as const;
type Origin = (typeof origins)[number];
/** What is typed quickly is answered together. */
const waitMs = 150;

/** Specialise or pool: the agents that one pool needs, teams of their own, and some in between who do everything. */
export function PoolingPart({ open }: { open: OpenPlan }) {
  const { t, format, say } = useText();
  const label = useId();
  const askBusiest = useSession((session) => session.askBusiest);
  const [origin, setOrigin] = useState<Origin>('team');
  const [busiest, setBusiest] = useState<BusiestWork | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kinds, setKinds] = useState<readonly TypedKind[] | null>(null);
  const made = useRef(0);
  const { plan, planHash } = open;
  const nameOwn = (): TypedKind => {
    made.current += 1;
    return newKind(`own-${made.current}`, t('matters.pool.kind', { number: format.integer(made.current) }));
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the names come with the plan of this hash.
  useEffect(() => {
    if (origin === 'typed') {
      setBusiest(null);
      setFailure(null);
      made.current = 0;
      setKinds([nameOwn(), nameOwn()]);
      return;
    }
    if (planHash === null) {
      setKinds([]);
      return;
    }
    let isWanted = true;
    void askBusiest(origin).then((answer) => {
      if (!isWanted) return;
      const isFailure = answer !== null && 'code' in answer;
      setFailure(isFailure ? answer : null);
      const work = isFailure ? null : answer;
      setBusiest(work);
      const parts = origin === 'team' ? plan.teams : plan.issueTypes;
      setKinds((work?.kinds ?? []).map((kind) => kindOf(kind, nameIn(parts, kind.part, say))));
    });
    return () => {
      isWanted = false;
    };
  }, [origin, planHash, askBusiest]);

  return (
    <Panel
      title={t('matters.pool.title')}
      explanation={t('matters.pool.explanation')}
      controls={
        <div className={classes.bar}>
          <Text id={label} size="sm" fw={500}>
            {t('matters.pool.from')}
          </Text>
          <SegmentedControl
            aria-labelledby={label}
            value={origin}
            onChange={(value) => setOrigin(origins.find((one) => one === value) ?? 'team')}
            data={origins.map((value) => ({ value, label: t(`matters.pool.by.${value}`) }))}
          />
        </div>
      }
    >
      <div className={classes.stack} data-pooling>
        {failure !== null && <FailureNote failure={failure} />}
        {busiest !== null && (
          <Text size="sm" c="dimmed">
            {t(busiest.intervalSeconds === 1800 ? 'matters.pool.busiest' : 'matters.pool.busiestHour', {
              date: format.weekdayDate(busiest.date),
              time: format.clockTime(busiest.startMinute * 60),
            })}
          </Text>
        )}
        {kinds !== null && kinds.length === 0 && failure === null && (
          <Text size="sm">{t('matters.pool.nothing')}</Text>
        )}
        {kinds !== null && kinds.length > 0 && (
          <>
            <KindTable kinds={kinds} onChange={setKinds} mayRemove={origin === 'typed'} />
            {origin === 'typed' && (
              <div>
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => setKinds([...kinds, nameOwn()])}
                >
                  {t('matters.pool.add')}
                </Button>
              </div>
            )}
            <Answered kinds={kinds} />
          </>
        )}
      </div>
    </Panel>
  );
}

const nameIn = (
  parts: readonly { readonly id: string; readonly name: Parameters<ReturnType<typeof useText>['say']>[0] }[],
  id: string,
  say: ReturnType<typeof useText>['say'],
): string => say(parts.find((part) => part.id === id)?.name ?? id);

/** The answer to what is typed; the one before stays until the next is there. */
function Answered({ kinds }: { kinds: readonly TypedKind[] }) {
  const { t } = useText();
  const ask = useSession((session) => session.askPooling);
  const [answer, setAnswer] = useState<{ kinds: readonly TypedKind[]; of: PooledAnswer } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const question = questionOf(kinds);
  useEffect(() => {
    const asked = questionOf(kinds);
    if (asked === undefined) return;
    const timer = setTimeout(() => {
      void ask(asked).then((reply) => {
        if (reply === undefined) return;
        if ('code' in reply) setFailure(reply);
        else {
          setFailure(null);
          setAnswer({ kinds: kinds.filter(({ isIncluded }) => isIncluded), of: reply });
        }
      });
    }, waitMs);
    return () => clearTimeout(timer);
  }, [kinds, ask]);
  if (question === undefined) return <Text size="sm">{t('matters.pool.least')}</Text>;
  if (failure !== null) return <FailureNote failure={failure} />;
  if (answer === null) return null;
  const { split, faults } = answer.of;
  if (split !== null) return <PooledFigures kinds={answer.kinds} split={split} />;
  const isUnreachable = faults.some(({ code }) => code === 'unreachable');
  return (
    <Text size="sm" role="status">
      {t(isUnreachable ? 'matters.pool.faults.unreachable' : 'matters.pool.faults.other')}
    </Text>
  );
}
