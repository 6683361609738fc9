// How a number came about by formula: from the fields of the plan through load, agents and stations of the line that tells most,
// at the time that tells most, to the sums that the number is divided from.
import { type Answer, answerOf, evaluationOf } from '../evaluate/evaluate.ts';
import { measures } from '../measures/catalogue.ts';
import type { Evaluation, MarkedValue } from '../measures/evaluation.ts';
import type {
  ExplainedValue,
  Explanation,
  ExplanationQuestion,
  FigureQuestion,
} from '../measures/explanation.ts';
import type { StepCode } from '../measures/explanationNames.ts';
import { type Formula, namesIn } from '../measures/formula.ts';
import type { Plan } from '../plan/schema/plan.ts';
import type { CompiledModel } from '../simulation/index.ts';
import { Chain, derived, given, output, sure } from './chain.ts';
import { costSteps } from './costSteps.ts';
import { retentionSteps } from './explainSimulated.ts';
import { explainFormulaFigure } from './figures/explainFormulaFigure.ts';
import { type Definition, definitionOf, isCount } from './formula/definitions.ts';
import { LineWitness } from './formula/lineWitness.ts';
import { countingOnly, type Followed, mainChain } from './formula/mainChain.ts';
import { type SumsAsked, sumsOf, sumUnit } from './formula/sums.ts';
import { isDrawn, markedOf, tellingInterval } from './formula/tellingTime.ts';
import { groundsOf, type Reach, reachOf } from './grounds.ts';
import { Parts } from './parts.ts';
import { Places } from './places.ts';
import { summedInput } from './sumOfParts.ts';

export interface FormulaGrounds {
  readonly plan: Plan;
  /** The document before defaults were filled in. */
  readonly written: unknown;
  readonly model: CompiledModel;
}

/** Explains numbers of one plan; what one question has worked out, the next finds. */
export interface FormulaExplainer {
  /** The measure must be told for the subject (isTold). A number that no formula gives says why. */
  readonly explain: (question: ExplanationQuestion) => Explanation;
  readonly explainFigure: (question: FigureQuestion) => Explanation;
}

/** Steps that are kept once they have been looked at. */
const mostKept = 40;

interface Look {
  readonly close: Answer;
  readonly witness: LineWitness;
}

export function createFormulaExplainer(grounds: FormulaGrounds): FormulaExplainer {
  const answer = answerOf(grounds.model);
  const evaluation = evaluationOf(answer);
  const looks = new Map<number, Look>();
  const lookAt = (step: number): Look => {
    let look = looks.get(step);
    if (look === undefined) {
      if (looks.size >= mostKept) looks.clear();
      const witness = new LineWitness(step);
      const close = answerOf(grounds.model, { steps: countingOnly(answer, (k) => k === step), witness });
      look = { close, witness };
      looks.set(step, look);
    }
    return look;
  };
  const explain: FormulaExplainer['explain'] = (question) =>
    new FormulaExplanation({ ...grounds, answer, evaluation, lookAt }, question).explanation();
  return { explain, explainFigure: explainFormulaFigure(grounds, evaluation, explain) };
}

export const explainFormula = (grounds: FormulaGrounds, question: ExplanationQuestion): Explanation =>
  createFormulaExplainer(grounds).explain(question);

interface Worked extends FormulaGrounds {
  readonly answer: Answer;
  readonly evaluation: Evaluation;
  readonly lookAt: (step: number) => Look;
}

class FormulaExplanation {
  private readonly grounds: Worked;
  private readonly question: ExplanationQuestion;
  private readonly chain = new Chain();
  private readonly parts: Parts;
  private readonly places: Places;
  private readonly answer: Answer;
  private readonly evaluation: Evaluation;
  private readonly reach: Reach;
  private step: number | null = null;

  constructor(grounds: Worked, question: ExplanationQuestion) {
    const { model, plan, written, answer, evaluation } = grounds;
    this.grounds = grounds;
    this.question = question;
    this.parts = new Parts(plan, model);
    this.places = new Places(plan, written);
    this.answer = answer;
    this.evaluation = evaluation;
    this.reach = reachOf(plan, model, question.subject);
  }

  explanation(): Explanation {
    const { plan, model } = this.grounds;
    const { measure, subject, interval } = this.question;
    const { value, basis } = markedOf(this.evaluation, this.question);
    this.explain(value, basis);
    const { axis, planId, planHash } = this.evaluation;
    const { steps } = this.answer;
    return {
      ...{ measure, unit: measures[measure].unit, subject, by: 'formula', interval, value, basis, axis },
      part: subject.kind === 'total' ? null : this.parts.find(subject.kind, subject.id),
      ...{ planId, planHash },
      closeUp:
        this.step === null
          ? null
          : { interval: steps.intervalOf[this.step] as number, fromSeconds: this.step * steps.seconds },
      steps: this.chain.steps,
      grounds: groundsOf(plan, model, this.parts, this.places, subject, this.reach),
      run: null,
      beside: [],
      draws: null,
      verdict: null,
    };
  }

  private explain(value: number | null, basis: MarkedValue['basis']): void {
    const { measure } = this.question;
    const { plan } = this.grounds;
    if (measure === 'retentionRateFraction') return retentionSteps(this.chain, plan, this.places, { value });
    if (value === null) {
      // Not every measure over time is told for every part.
      if (this.question.interval !== null && !isDrawn(this.evaluation, this.question)) return;
      const reason = basis.kind === 'absent' ? basis.reason : 'noFormula';
      const codes: Readonly<Record<typeof reason, StepCode>> = {
        noFormula: 'noFormula',
        unknownInPlan: 'notInPlan',
        nothingCounted: 'nothingCounted',
        unstable: 'unstable',
      };
      return this.end(codes[reason], [], 0, null, basis);
    }
    if (measures[measure].unit === 'money') return this.cost(value, basis);
    this.sums(value, basis);
  }

  private end(
    code: StepCode,
    inputs: readonly ExplainedValue[],
    formula: Formula,
    value: number | null,
    basis: MarkedValue['basis'],
  ): void {
    const { unit } = measures[this.question.measure];
    this.chain.add({
      code,
      inputs,
      operation: { kind: 'formula', formula },
      outputs: [output('result', value, unit)],
      basis,
    });
  }

  private cost(value: number, basis: MarkedValue['basis']): void {
    const { plan, model } = this.grounds;
    const { chain, parts, places, answer, reach } = this;
    const { subject, measure } = this.question;
    const of = (name: 'offered' | 'deflected' | 'resolved' | 'contained', c: number): number =>
      answer.tallies.ofClass[name][c] as number;
    const reached = (c: number): number => of('offered', c) - of('deflected', c);
    const sum = (classes: readonly number[], each: (c: number) => number): number =>
      classes.reduce((all, c) => all + each(c), 0);
    const channels = model.channels.flatMap(({ id }, i) =>
      subject.kind === 'total' || subject.id === id ? [i] : [],
    );
    const isTold = costSteps(
      chain,
      {
        ...{ plan, model, parts, places, channels, basis },
        teams: subject.kind === 'total' ? model.teams.map((_, t) => t) : reach.teams,
        counted: derived(),
        from: answer.steps.warmUpSeconds,
        to: answer.steps.horizonSeconds,
        reachedBy: (channel) =>
          sum(
            reach.classes.filter((c) => model.classes[c]?.channel === channel),
            reached,
          ),
        reached: sum(reach.classes, reached),
        solved: sum(reach.classes, (c) => of('resolved', c) + of('contained', c)),
      },
      measure,
      value,
    );
    if (!isTold) this.end('notInPlan', [], 0, value, basis);
  }

  private sums(value: number, basis: MarkedValue['basis']): void {
    const { subject, measure } = this.question;
    const isOfTeams = subject.kind === 'tiers' || subject.kind === 'teams';
    const definition = definitionOf(measure, isOfTeams);
    if (definition === undefined) throw new Error(`${measure} has a value by formula and no definition`);
    const step = this.tellingStep(definition);
    const all = this.askedOf(this.countedAnswer(step));
    let followed: Followed | null = null;
    if (step !== null) {
      const { close, witness } = this.grounds.lookAt(step);
      const { chain, parts, places } = this;
      const { plan } = this.grounds;
      followed = mainChain({
        chain,
        plan,
        parts,
        places,
        witness,
        basis,
        all,
        close: this.askedOf(close),
        name: definition.main,
      });
      if (followed !== null) this.step = step;
    }
    this.measureStep(definition, all, followed, value, basis);
  }

  private measureStep(
    definition: Definition,
    all: SumsAsked,
    followed: Followed | null,
    value: number,
    basis: MarkedValue['basis'],
  ): void {
    const inputs = namesIn(definition.formula).map((name): ExplainedValue => {
      const quantity = name as Definition['main'];
      const amounts = sumsOf(all, quantity).map((one) =>
        followed !== null &&
        quantity === definition.main &&
        one.of?.id === followed.of?.id &&
        one.of?.kind === followed.of?.kind
          ? { ...one, from: followed.from }
          : one,
      );
      return { ...summedInput(this.chain, quantity, sumUnit(quantity), amounts, derived(), sure), key: name };
    });
    const weeks = this.weeks();
    if (isCount(definition) && weeks > 1) {
      inputs.push(given('weeks', weeks, 'number', derived(['horizon'])));
      this.end('ofSums', inputs, ['/', definition.formula, 'weeks'], value, basis);
    } else this.end('ofSums', inputs, definition.formula, value, basis);
  }

  private askedOf(answer: Answer): SumsAsked {
    const { subject } = this.question;
    const promise = this.grounds.model.promises.findIndex(({ id }) => id === subject.id);
    const byTeam =
      subject.kind === 'promises' && (subject.part?.kind === 'tiers' || subject.part?.kind === 'teams');
    return {
      ...{ answer, parts: this.parts, kind: subject.kind, byTeam },
      reach: this.reach,
      promise: subject.kind === 'promises' ? promise : -1,
    };
  }

  /** The sums of all that is counted, or of the interval that is asked for. */
  private countedAnswer(step: number | null): Answer {
    const { interval } = this.question;
    const { answer, grounds } = this;
    if (interval === null) return answer;
    const { intervalOf } = answer.steps;
    if (this.weeks() === 1 && step !== null) return grounds.lookAt(step).close;
    return answerOf(grounds.model, { steps: countingOnly(answer, (k) => intervalOf[k] === interval) });
  }

  private weeks(): number {
    const { interval } = this.question;
    const { intervalOf } = this.answer.steps;
    return interval === null ? 1 : intervalOf.reduce((sum, at) => sum + (at === interval ? 1 : 0), 0);
  }

  /** The counted step that tells most: of the interval that is asked for, or where most is missed or waits longest. */
  private tellingStep({ peakOf }: Definition): number | null {
    const { steps } = this.answer;
    const interval =
      this.question.interval ?? tellingInterval(this.answer, this.evaluation, this.question, peakOf);
    for (let k = 0; k < steps.count; k += 1)
      if (steps.intervalOf[k] === interval && (steps.counted[k] as number) > 0) return k;
    return null;
  }
}
