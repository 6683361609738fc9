import { Button } from '@mantine/core';
import { IconArrowMerge, IconCopy, IconPencil } from '@tabler/icons-react';
import { useMemo } from 'react';
import { measures } from '../../../core/measures/catalogue.ts';
import type { Comparison } from '../../../core/measures/comparison.ts';
import type { Scenario } from '../../../core/plan/schema/flow.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { changeSentence } from '../../text/changeWords.ts';
import { moneyChangeText } from '../../text/estimateText.ts';
import { faultText } from '../../text/faultText.ts';
import { nameIn } from '../../text/localText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChoiceAt } from '../at/ChoiceAt.tsx';
import { FieldGrid, PartCard } from '../at/PartCard.tsx';
import { RemoveButton } from '../at/RemoveButton.tsx';
import { TextAt } from '../at/TextAt.tsx';
import { placeText, useCanEdit } from '../at/useAt.ts';
import { useRemoval } from '../at/useRemoval.ts';
import { Disclosure } from '../Disclosure.tsx';
import { MoveButtons } from '../routing/MoveButtons.tsx';
import { type ChangeStep, changeSteps } from './changeSteps.ts';
import { pointText } from './differenceText.ts';
import { applyScenario, duplicateScenario, possibleFoundations, removeScenario } from './scenarioEdits.ts';
import classes from './scenarios.module.css';

const itself = 'plan';

interface ScenarioCardProps {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly isOpen: boolean;
  /** All scenarios by formula, the plan first; null until it is there. */
  readonly quick: Comparison | null;
}

/** One scenario: what it is called, what it stands on, what it changes, and what that comes to. */
export function ScenarioCard({ plan, scenario, isOpen, quick }: ScenarioCardProps) {
  const texts = useText();
  const { t, say, format } = texts;
  const edit = useSession((session) => session.edit);
  const openScenario = useSession((session) => session.openScenario);
  const goTo = useSession((session) => session.goTo);
  const canEdit = useCanEdit();
  const steps = useMemo(() => changeSteps(plan, scenario), [plan, scenario]);
  const at = ['scenarios', scenario.id];
  const label = say(scenario.name);
  const place = plan.scenarios.indexOf(scenario);
  const show = async (): Promise<void> => {
    await openScenario(isOpen ? null : scenario.id);
  };
  const apply = async (): Promise<void> => {
    await openScenario(null);
    await edit(applyScenario(plan, scenario));
  };
  const remove = async (): Promise<void> => {
    if (isOpen) await openScenario(null);
    await edit(removeScenario(plan, scenario));
  };
  return (
    <PartCard
      label={label}
      at={at}
      name={<TextAt at={[...at, 'name']} label={t('scenarios.name')} value={scenario.name} width={320} />}
      onRemove={() => void remove()}
      actions={
        <MoveButtons label={label} list={['scenarios']} position={place} count={plan.scenarios.length} />
      }
    >
      <FieldGrid>
        <TextAt
          at={[...at, 'description']}
          label={t('scenarios.description')}
          value={scenario.description}
          optional
          long
          width="100%"
        />
        <ChoiceAt
          at={[...at, 'on']}
          label={t('scenarios.on')}
          value={scenario.on ?? itself}
          usual={itself}
          options={[
            { value: itself, label: t('scenarios.plan') },
            ...possibleFoundations(plan, scenario).map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
      </FieldGrid>
      <QuickFacts quick={quick} scenario={scenario.id} />
      <div className={classes.actions}>
        <Button
          size="sm"
          variant={isOpen ? 'default' : 'filled'}
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
          data-open-scenario={scenario.id}
          onClick={() => void show()}
        >
          {t(isOpen ? 'scenarios.close' : 'scenarios.open')}
        </Button>
        {isOpen && (
          <Button size="sm" variant="default" onClick={() => goTo('structure')}>
            {t('scenarios.goOn')}
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          disabled={!canEdit}
          onClick={() =>
            void edit(
              duplicateScenario(
                plan,
                scenario,
                nameIn(texts.language, t('scenarios.copyOf', { name: label })),
              ),
            )
          }
        >
          {t('scenarios.duplicate')}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconArrowMerge size={16} stroke={1.75} aria-hidden />}
          disabled={!canEdit || steps.every(({ differences }) => differences.length === 0)}
          data-apply-scenario={scenario.id}
          onClick={() => void apply()}
        >
          {t('scenarios.apply')}
        </Button>
      </div>
      {isOpen ? (
        <ChangeRows plan={plan} scenario={scenario} steps={steps} />
      ) : (
        <Disclosure
          title={t('scenarios.changes', { number: format.integer(scenario.changes.length) })}
          name={scenario.id}
        >
          <ChangeRows plan={plan} scenario={scenario} steps={steps} />
        </Disclosure>
      )}
    </PartCard>
  );
}

interface ChangeRowsProps {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly steps: readonly ChangeStep[];
}

function ChangeRows({ plan, scenario, steps }: ChangeRowsProps) {
  const { t } = useText();
  if (steps.length === 0) return <p className={classes.barText}>{t('scenarios.noChanges')}</p>;
  return (
    <ol className={classes.changes}>
      {steps.map((step, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes have no names of their own.
        <Change key={number} plan={plan} scenario={scenario} step={step} number={number} />
      ))}
    </ol>
  );
}

interface ChangeProps {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly step: ChangeStep;
  readonly number: number;
}

function Change({ plan, scenario, step: { change, differences, fault }, number }: ChangeProps) {
  const texts = useText();
  const { t, format } = texts;
  const remove = useRemoval();
  const list = ['scenarios', scenario.id, 'changes'];
  const label = t('scenarios.change', { number: format.integer(number + 1) });
  const drop = t('scenarios.drop', { change: label });
  return (
    <li className={classes.change} data-change={number}>
      <div className={classes.words}>
        <TextAt
          at={[...list, number, 'name']}
          label={t('scenarios.changeName', { number: format.integer(number + 1) })}
          hideLabel
          optional
          placeholder={t('scenarios.changeNameHint')}
          value={change.name}
          width="100%"
        />
        {fault !== null && <p className={classes.fault}>{faultText(texts, fault, plan)}</p>}
        {fault === null && differences.length === 0 && <p>{t('scenarios.idle')}</p>}
        {differences.map((difference) => (
          <p key={`${difference.kind} ${difference.at.join('/')}`}>{changeSentence(texts, difference)}</p>
        ))}
      </div>
      <span className={classes.actions}>
        <MoveButtons label={label} list={list} position={number} count={scenario.changes.length} />
        <RemoveButton
          label={drop}
          part={placeText([...list, number])}
          hasTip
          onRemove={() => void remove([...list, number])}
        />
      </span>
    </li>
  );
}

/** By formula: promises kept, the worst of them, cost. */
function QuickFacts({ quick, scenario }: { quick: Comparison | null; scenario: string }) {
  const texts = useText();
  const { t, format } = texts;
  const place = quick?.plans.findIndex((plan) => plan.scenario === scenario) ?? -1;
  const plan = quick?.plans[place];
  if (quick === null || plan === undefined) return null;
  const [fault] = plan.faults;
  if (fault !== undefined)
    return <p className={`${classes.barText} ${classes.fault}`}>{faultText(texts, fault, null)}</p>;
  const rowOf = (id: string) => quick.measures.find((row) => row.scope === 'promises' && row.id === id);
  const kept = quick.promises.filter(({ id, shareToAttain }) => {
    const level = rowOf(id)?.values[place]?.value ?? null;
    return level !== null && level >= (shareToAttain[place] ?? 0);
  }).length;
  const cost = quick.measures.find(
    ({ scope, measure }) => scope === 'total' && measure === 'costPerMonthMoney',
  )?.values[place];
  const { unit } = measures.costPerMonthMoney;
  const moved = cost?.difference?.value ?? 0;
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t('scenarios.kept')}</dt>
        <dd>
          {t('app.strip.kept', { kept: format.integer(kept), all: format.integer(quick.promises.length) })}
        </dd>
      </div>
      <div>
        <dt>{t('compare.column.people')}</dt>
        <dd>{format.integer(plan.people)}</dd>
      </div>
      {cost != null && (
        <div>
          <dt>{t('compare.column.cost')}</dt>
          <dd>
            {pointText(texts, unit, cost)}
            {moved !== 0 && (
              <span className={classes.moved}>
                {t(moved > 0 ? 'app.strip.more' : 'app.strip.less', {
                  amount: moneyChangeText(format, moved),
                })}
              </span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
