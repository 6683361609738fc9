import { Switch } from '@mantine/core';
import { amount } from '../../../core/plan/amount.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { useSession } from '../../state/SessionProvider.tsx';
import { FilledSentence } from '../../text/FilledSentence.tsx';
import { useText } from '../../text/TextProvider.tsx';
import { DurationAt } from '../at/DurationAt.tsx';
import { LawAt } from '../at/LawAt.tsx';
import { QuantityAt } from '../at/QuantityAt.tsx';
import { useAt } from '../at/useAt.ts';
import { usePlanEdit } from '../at/usePlanEdit.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { NextTarget } from './NextTarget.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import classes from './routing.module.css';
import { type Next, nextKinds, setNextKind, setRecognised, setWarm } from './ruleEdits.ts';

interface OutcomeNextProps {
  readonly plan: Plan;
  readonly next: Next;
  readonly rule: number;
  readonly position: number;
  readonly count: number;
}

/** One thing that may follow a handling, as a sentence, and its details behind it. */
export function OutcomeNext({ plan, next, rule, position, count }: OutcomeNextProps) {
  const { t, format, language } = useText();
  const edit = useSession((session) => session.edit);
  const editPlan = usePlanEdit();
  const list = ['outcomes', rule, 'next'];
  const at = [...list, position];
  const { place, disabled } = useAt(at);
  const recognises =
    next.kind === 'functional' && (amount(next.recognisedAtOnceShare) > 0 || next.recognition !== undefined);
  const label = t('routing.outcomes.next', { number: format.integer(position + 1) });
  return (
    <li data-part={place}>
      <div className={classes.body}>
        <div className={classes.sentence}>
          <FilledSentence
            of="routing.outcomes.nextSentence"
            fields={{
              share: (
                <QuantityAt
                  at={[...at, 'share']}
                  label={t('routing.outcomes.share')}
                  hideLabel
                  as="share"
                  width={104}
                  value={next.share}
                />
              ),
              kind: (
                <ChoiceField
                  label={t('routing.outcomes.kind')}
                  hideLabel
                  width={250}
                  options={nextKinds.map((kind) => ({
                    value: kind,
                    label: t(`routing.outcomes.kinds.${kind}`),
                  }))}
                  value={next.kind}
                  disabled={disabled}
                  place={`${place}/kind`}
                  onChange={(kind) =>
                    editPlan((now) =>
                      setNextKind(now, at, next, kind, { [language]: t('routing.departments.newName') }),
                    )
                  }
                />
              ),
              to: <NextTarget plan={plan} next={next} at={at} />,
            }}
          />
        </div>
        {next.kind === 'functional' && (
          <Disclosure title={t('routing.outcomes.how')}>
            <div className={classes.optionFields}>
              <div className={classes.switchRow}>
                <Switch
                  label={t('routing.outcomes.warm')}
                  description={t('routing.outcomes.warmDetail')}
                  checked={next.warm !== undefined}
                  disabled={disabled}
                  data-at={`${place}/warm`}
                  onChange={(event) => void edit(setWarm(at, event.currentTarget.checked))}
                />
                {next.warm !== undefined && (
                  <DurationAt
                    at={[...at, 'warm', 'overlapSeconds']}
                    label={t('routing.outcomes.overlap')}
                    width={172}
                    value={next.warm.overlapSeconds}
                  />
                )}
              </div>
              <Switch
                label={t('routing.outcomes.recognise')}
                description={t('routing.outcomes.recogniseDetail')}
                checked={recognises}
                disabled={disabled}
                onChange={(event) => void edit(setRecognised(next, at, event.currentTarget.checked))}
              />
              {recognises && (
                <>
                  <QuantityAt
                    at={[...at, 'recognisedAtOnceShare']}
                    label={t('routing.outcomes.recognised')}
                    as="share"
                    width={200}
                    value={next.recognisedAtOnceShare}
                  />
                  <LawAt
                    at={[...at, 'recognition']}
                    label={t('routing.outcomes.recognition')}
                    value={next.recognition}
                    optional
                  />
                </>
              )}
            </div>
          </Disclosure>
        )}
        {next.kind === 'otherDepartment' && (
          <Disclosure title={t('routing.outcomes.afterAnswer')}>
            <LawAt
              at={[...at, 'handlingAfter']}
              label={t('routing.outcomes.handlingAfter')}
              value={next.handlingAfter}
              optional
              none={t('routing.outcomes.usualHandling')}
            />
          </Disclosure>
        )}
      </div>
      <OrderButtons label={label} list={list} position={position} count={count} />
    </li>
  );
}
