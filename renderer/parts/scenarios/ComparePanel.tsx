import { Button, Checkbox, Progress } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { Comparison } from '../../../core/measures/comparison.ts';
import { mainMeasures, otherDifferences } from '../../../core/report/mainMeasures.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import type { OpenPlan } from '../../state/session.ts';
import { useText } from '../../text/TextProvider.tsx';
import { ChangeList } from '../ChangeList.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { NumberField } from '../NumberField.tsx';
import { Panel } from '../Panel.tsx';
import { ComparisonTable } from './ComparisonTable.tsx';
import { CostPanel } from './CostPanel.tsx';
import classes from './scenarios.module.css';

const itself = 'plan';
const mostOthers = 60;

/** Any of the plan and its scenarios side by side, simulated with the same customers. */
export function ComparePanel({ of }: { of: OpenPlan }) {
  const { t, say, format } = useText();
  const { plan } = of;
  const shown = useSession((session) => session.comparisons.scenarios);
  const compare = useSession((session) => session.compare);
  const endComparison = useSession((session) => session.endComparison);
  const [reference, setReference] = useState(itself);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [mode, setMode] = useState<'replications' | 'precision'>('replications');
  const [replications, setReplications] = useState(20);
  const [precision, setPrecision] = useState(0.005);
  const all = [{ id: itself, name: plan.name }, ...plan.scenarios];
  const others = all.filter(({ id }) => id !== reference && !left.includes(id));
  const contestant = (id: string) => (id === itself ? {} : { scenario: id });
  const run = (): void =>
    void compare('scenarios', of.text, {
      reference: contestant(reference),
      others: others.map(({ id }) => contestant(id)),
      ...(mode === 'precision' ? { precisionFraction: precision, replications: 1000 } : { replications }),
    });
  const isOld = shown !== undefined && shown.text !== of.text;
  return (
    <Panel
      title={t('scenarios.compare.title')}
      explanation={t('scenarios.compare.explanation')}
      controls={
        <div className={classes.panel}>
          <fieldset className={classes.plans}>
            <legend>{t('scenarios.compare.which')}</legend>
            {all.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={id === itself ? t('scenarios.plan') : say(name)}
                checked={id === reference || !left.includes(id)}
                disabled={id === reference}
                onChange={({ currentTarget: { checked } }) =>
                  setLeft(checked ? left.filter((one) => one !== id) : [...left, id])
                }
              />
            ))}
          </fieldset>
          <div className={classes.actions} style={{ alignItems: 'flex-end' }}>
            <ChoiceField
              label={t('scenarios.compare.reference')}
              options={all.map(({ id, name }) => ({
                value: id,
                label: id === itself ? t('scenarios.plan') : say(name),
              }))}
              value={reference}
              onChange={setReference}
            />
            <ChoiceField
              label={t('scenarios.compare.until')}
              options={[
                { value: 'replications', label: t('scenarios.compare.replications') },
                { value: 'precision', label: t('scenarios.compare.precision') },
              ]}
              value={mode}
              onChange={setMode}
            />
            {mode === 'replications' ? (
              <NumberField
                label={t('scenarios.compare.replications')}
                value={replications}
                onChange={setReplications}
                low={2}
                high={10_000}
                whole
              />
            ) : (
              <NumberField
                label={t('scenarios.compare.points')}
                value={100 * precision}
                onChange={(points) => setPrecision(points / 100)}
                low={0.01}
                high={50}
              />
            )}
            {shown?.isRunning === true ? (
              <Button variant="default" onClick={() => endComparison('scenarios')}>
                {t('scenarios.compare.end')}
              </Button>
            ) : (
              <Button
                leftSection={<IconScale size={18} stroke={1.75} aria-hidden />}
                disabled={others.length === 0 || of.faults.length > 0}
                data-compare
                onClick={run}
              >
                {t('scenarios.compare.run')}
              </Button>
            )}
          </div>
        </div>
      }
    >
      <div
        className={classes.panel}
        aria-busy={shown?.isRunning === true}
        data-comparison={shown?.result != null}
      >
        {shown?.isRunning === true && (
          <Progress value={100 * shown.doneFraction} aria-label={t('scenarios.compare.progress')} />
        )}
        {shown?.failure != null && <FailureNote failure={shown.failure} />}
        {shown?.result == null ? (
          <p className={classes.barText}>{t('scenarios.compare.none')}</p>
        ) : (
          <>
            {isOld && <p className={classes.barText}>{t('scenarios.compare.old')}</p>}
            <Found comparison={shown.result} />
          </>
        )}
        {others.length > 0 && (
          <p className={classes.barText}>
            {t('scenarios.compare.sure', { number: format.percent(0.95, 0) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Found({ comparison }: { comparison: Comparison }) {
  const { t, format } = useText();
  const { replications, seed, stop, precisionFraction } = comparison;
  const others = otherDifferences(comparison);
  const params = { replications: format.integer(replications), seed: format.integer(seed) };
  return (
    <>
      <p className={classes.barText}>
        {t('compare.bySimulation', params)}{' '}
        {precisionFraction !== null &&
          t(stop === 'precisionReached' ? 'compare.reached' : 'compare.notReached', {
            precision: format.percent(precisionFraction, 2),
          })}
      </p>
      <ComparisonTable
        comparison={comparison}
        rows={mainMeasures(comparison)}
        caption={t('scenarios.compare.table')}
      />
      {others.length > 0 && (
        <Disclosure title={t('compare.others', { count: others.length })} name="otherMeasures">
          <ComparisonTable
            comparison={comparison}
            rows={others.slice(0, mostOthers)}
            caption={t('compare.others', { count: others.length })}
            maxHeight={480}
          />
        </Disclosure>
      )}
      <CostPanel comparison={comparison} />
      <Differences comparison={comparison} />
    </>
  );
}

/** What differs from the first plan, in words. */
function Differences({ comparison }: { comparison: Comparison }) {
  const { t, say, format } = useText();
  return (
    <section className={classes.panel} aria-label={t('scenarios.compare.words')}>
      {comparison.plans.slice(1).map((one, place) => (
        <Disclosure
          // biome-ignore lint/suspicious/noArrayIndexKey: the plans of an answer keep their places.
          key={place}
          title={t('scenarios.compare.differs', {
            plan: say(one.name),
            number: format.integer(one.changes.length),
          })}
          name={`differences-${place + 1}`}
        >
          <ChangeList changes={one.changes} />
        </Disclosure>
      ))}
    </section>
  );
}
