import { describe, expect, it } from 'vitest';
import { absences, departures, type Evaluation, formulaModels } from '../../core/measures/evaluation.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { run, visible } from './testIo.ts';

const input = { input: smallPlanText() };
const evaluation = ({ out }: { readonly out: string }): Evaluation => JSON.parse(out) as Evaluation;

describe('evaluate', () => {
  it('answers by formula unless asked otherwise, as JSON and nothing else', async () => {
    const ran = await run(['evaluate', '-', '--json'], input);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const answer = evaluation(ran);
    expect(answer.by).toBe('formula');
    expect(answer.total.offeredContacts?.basis.kind).toMatch(/exact|approximation/);
    expect((await run(['evaluate', '-', '--json', '--by', 'formula'], input)).out).toBe(ran.out);
  });

  it('answers by simulation in the same measures', async () => {
    const formula = evaluation(await run(['evaluate', '-', '--json'], input));
    const words = ['evaluate', '-', '--json', '--by', 'simulation', '--replications', '2'];
    const simulation = evaluation(await run(words, input));
    expect(simulation.by).toBe('simulation');
    expect(simulation.total.offeredContacts?.basis.kind).toBe('simulated');
    expect(Object.keys(simulation.total).toSorted()).toEqual(Object.keys(formula.total).toSorted());
    expect(Object.keys(simulation.promises)).toEqual(Object.keys(formula.promises));
    expect(Object.keys(simulation.teams)).toEqual(Object.keys(formula.teams));
  });

  it.each(languages)('shows promises, parts and reasons in %s', async (lang) => {
    const { code, out, err } = await run(['evaluate', '-', '--lang', lang], input);
    expect([code, err]).toEqual([0, '']);
    const { t } = createTranslator(lang);
    for (const section of ['promises', 'channels', 'teams', 'departures', 'absences'] as const)
      expect(visible(out)).toContain(visible(t(`evaluation.section.${section}`)));
    if (lang !== 'en') {
      const plain = visible(out).replace(
        /Asia\/Tehran|SLA|Answered soon|First line|Phone|agents|\b[0-9a-f]{12}\b/g,
        '',
      );
      expect(plain.match(/[A-Za-z]{3,}/g) ?? []).toEqual([]);
    }
  });

  it.each(['latn', 'arab', 'arabext'] as const)('writes its numbers in the digits %s', async (digits) => {
    const { out } = await run(['evaluate', '-', '--digits', digits], input);
    const some = { latn: /[0-9]%/, arab: /[٠-٩]/, arabext: /[۰-۹]/ }[digits];
    expect(visible(out)).toMatch(some);
  });

  it('refuses a plan with faults, and another way to answer', async () => {
    const faulty = await run(['evaluate', '-'], { input: '{}' });
    expect([faulty.code, faulty.out]).toEqual([1, '']);
    expect((await run(['evaluate', '-', '--by', 'guess'], input)).code).toBe(2);
  });
});

describe.each(languages)('the marks of an evaluation in %s', (language) => {
  const { t } = createTranslator(language);

  it('have words for every model, departure and absence', () => {
    expect(formulaModels.filter((model) => !t.has('evaluation.model', model))).toEqual([]);
    expect(departures.filter((one) => !t.has(`evaluation.departure.${one}`, 'text'))).toEqual([]);
    expect(departures.filter((one) => !t.has(`evaluation.departure.${one}`, 'name'))).toEqual([]);
    expect(absences.filter((one) => !t.has('evaluation.absence', one))).toEqual([]);
  });
});
