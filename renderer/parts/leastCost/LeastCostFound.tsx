import { Text } from '@mantine/core';
import { useMemo } from 'react';
import type { LeastCostPromise, LeastCostResult, LeastCostTotals } from '../../../core/measures/leastCost.ts';
import { withAgents } from '../../../core/plan/edits/agentsOnDuty.ts';
import { fieldDifference } from '../../../core/plan/edits/fieldDifference.ts';
import { planChanges } from '../../../core/plan/edits/planChanges.ts';
import { leastCostAnswer, openPromises } from '../../../core/report/leastCostNews.ts';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChangeList } from '../ChangeList.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { KeepScenario } from '../scenarios/KeepScenario.tsx';
import { FoundGroups } from './FoundGroups.tsx';
import { FoundPromises } from './FoundPromises.tsx';
import classes from './leastCost.module.css';

interface LeastCostFoundProps {
  readonly result: LeastCostResult;
  /** The plan has changed since: its numbers are no longer those that were searched from. */
  readonly isOld: boolean;
  readonly open: OpenPlan;
}

/** What was found: the answer, what stays open, the promises, who is on duty, and the way to keep it as a scenario. */
export function LeastCostFound({ result, isOld, open }: LeastCostFoundProps) {
  const { t } = useText();
  const changed = useMemo(() => {
    const agents = new Map(result.groups.map(({ group, after }) => [group, after.agents]));
    return isOld ? open.plan : withAgents(open.plan, agents);
  }, [result, isOld, open.plan]);
  const commands = useMemo(() => fieldDifference(open.plan, changed), [open.plan, changed]);
  const changes = useMemo(() => planChanges(open.plan, changed), [open.plan, changed]);
  return (
    <div className={classes.stack} data-least-cost={leastCostAnswer(result)}>
      <Answer result={result} />
      <FoundPromises result={result} />
      <FoundGroups result={result} plan={open.plan} />
      {commands.length > 0 && (
        <>
          <Disclosure title={t('leastCost.changes')} name="leastCostChanges">
            <ChangeList changes={changes} />
          </Disclosure>
          <KeepScenario open={open} commands={commands} name={t('leastCost.scenario')} />
        </>
      )}
    </div>
  );
}

/** In words, and how sure it is. */
function Answer({ result }: { result: LeastCostResult }) {
  const { t, say, format } = useText();
  const { replications, seed, aim, isSettled } = result;
  const amount = ({ costPerMonthMoney, hoursPerWeek }: LeastCostTotals): string =>
    aim === 'cost' && costPerMonthMoney !== null
      ? t('leastCost.amount.cost', { amount: format.money(costPerMonthMoney) })
      : t('leastCost.amount.hours', { hours: format.unit(Math.round(hoursPerWeek), 'hours') });
  const answer = t(`leastCost.answer.${leastCostAnswer(result)}`, {
    before: amount(result.before),
    after: amount(result.after),
  });
  const open = openPromises(result);
  const named = (of: readonly LeastCostPromise[]): string => format.list(of.map(({ name }) => say(name)));
  return (
    <div className={classes.answer}>
      <Text fw={600}>{answer}</Text>
      {(['notKept', 'outOfReach', 'noFormula'] as const).map((kind) =>
        open[kind].length === 0 ? null : (
          <Text key={kind} size="sm" maw="90ch" data-open-promises={kind}>
            {t(`leastCost.answer.${kind}`, { promises: named(open[kind]) })}
          </Text>
        ),
      )}
      {aim === 'hours' && (
        <Text size="sm" maw="90ch">
          {t('leastCost.aimHours')}
        </Text>
      )}
      <Text size="sm" c="dimmed" maw="90ch">
        {replications > 0
          ? t('leastCost.checked', {
              replications: format.integer(replications),
              seed: format.integer(seed),
            })
          : t('leastCost.byFormula')}{' '}
        {t(isSettled ? 'leastCost.limits' : 'leastCost.notSettled')}
      </Text>
    </div>
  );
}
