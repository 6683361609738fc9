import type { ExplainedValue, Explanation, ExplanationStep } from '../../core/measures/explanation.ts';
import { stepText } from '../../core/measures/stepText.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { explainedValue, explanationWords, partsText, placeText } from '../text/explanationTexts.ts';
import { inputText } from '../text/inputText.ts';
import { useText } from '../text/TextProvider.tsx';
import { writePath } from '../text/writePath.ts';
import classes from './Explanation.module.css';
import { PlaceLink } from './PlaceLink.tsx';

interface ExplanationStepsProps {
  readonly explanation: Explanation;
  readonly plan: Plan;
  /** Those of the number, or those of its half-width. */
  readonly steps: readonly ExplanationStep[];
}

/** From the fields of the plan to the number, each step with its formula and its values. */
export function ExplanationSteps({ explanation, plan, steps }: ExplanationStepsProps) {
  const numbered = steps.map((step, at) => ({ step, number: at + 1 }));
  return (
    <ol className={classes.steps}>
      {numbered.map(({ step, number }) => (
        <Step key={number} number={number} step={step} explanation={explanation} plan={plan} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly number: number;
  readonly step: ExplanationStep;
  readonly explanation: Explanation;
  readonly plan: Plan;
}

function Step({ number, step, explanation, plan }: StepProps) {
  const texts = useText();
  const { t } = texts;
  const words = explanationWords(texts, explanation);
  const { formula, values } = stepText(step, words);
  const [out, ...more] = step.outputs;
  const about = step.input === null ? partsText(texts, step.about) : inputText(texts, step.input, plan);
  return (
    <li className={classes.step}>
      <p className={classes.says}>
        {t('report.numbered', { number, name: t.dynamic('explain.step', step.code) })}
      </p>
      {about !== '' && <p className={classes.about}>{about}</p>}
      {out !== undefined && (
        <div className={classes.formula}>
          <strong>{words.name(out)}</strong>
          {formula !== null && <span>= {formula}</span>}
          {values !== null && <span>= {values}</span>}
          {out.value !== null && step.operation.kind !== 'station' && (
            <strong className={classes.value}>
              = <bdi>{explainedValue(texts, out)}</bdi>
            </strong>
          )}
        </div>
      )}
      <Inputs values={step.inputs} explanation={explanation} plan={plan} />
      {step.operation.kind === 'station' && out !== undefined && (
        <dl className={classes.answers} aria-label={t(`evaluation.model.${step.operation.model}`)}>
          {[out, ...more].map((one) => (
            <div key={one.key}>
              <dt>{words.name(one)}</dt>
              <dd>{explainedValue(texts, one)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

interface InputsProps {
  readonly values: readonly ExplainedValue[];
  readonly explanation: Explanation;
  readonly plan: Plan;
}

/** Values with where they come from: a place in the plan, or an earlier step. */
export function Inputs({ values, explanation, plan }: InputsProps) {
  const texts = useText();
  const words = explanationWords(texts, explanation);
  if (values.length === 0) return null;
  return (
    <ul className={classes.inputs}>
      {values.map((value) => (
        <li key={keyOf(value)}>
          <span className={classes.input}>
            <span>{words.name(value)}</span>
            <bdi className={classes.number}>{explainedValue(texts, value)}</bdi>
          </span>
          <Origin from={value.from} plan={plan} />
        </li>
      ))}
    </ul>
  );
}

function Origin({ from, plan: of }: { from: ExplainedValue['from']; plan: Plan }) {
  const texts = useText();
  const { t } = texts;
  if (from.kind === 'step')
    return <span className={classes.origin}>{t('explain.fromStep', { number: from.step + 1 })}</span>;
  if (from.kind !== 'plan') {
    const path = from.kind === 'derived' ? from.path : null;
    return (
      <span className={classes.origin}>
        {t(`explain.from.${from.kind}`)}
        {path !== null && (
          <>
            {' \u00B7 '}
            <PlaceLink path={path} words={placeText(texts, of, path)} size="xs" />
          </>
        )}
      </span>
    );
  }
  return (
    <span className={classes.origin}>
      <PlaceLink path={from.path} words={placeText(texts, of, from.path)} size="xs" />
      {' \u00B7 '}
      <span data-status={from.status}>{t(`explain.status.${from.status}`)}</span>
      {' \u00B7 '}
      <code dir="ltr">{writePath(from.path)}</code>
    </span>
  );
}

/** Fields of a plan differ by their place, all else by its name in the formula. */
const keyOf = ({ key, from }: ExplainedValue): string =>
  from.kind === 'plan' ? `${key} ${writePath(from.path)}` : key;
