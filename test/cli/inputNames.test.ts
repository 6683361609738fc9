// What inputs are called in tables of sensitivity: who reads two rows must be able to tell them apart.
import { describe, expect, it } from 'vitest';
import { factOf, planInputs } from '../../core/inputs/index.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import { createSpeech } from '../../electron/cli/speech.ts';
import { inputName } from '../../electron/cli/text/inputName.ts';
import { loadTexts } from '../../locales/loadTranslator.ts';
import { languages } from '../../locales/settings.ts';

describe.each(languages)('the names of inputs in %s', (lang) => {
  it.each(sampleList().map(({ id }) => id))('differ in %s', async (id) => {
    const { plan } = parsePlan(openSample(id) ?? '');
    if (plan === null) throw new Error('the sample has faults');
    const speech = createSpeech(await loadTexts(lang), {}, plan);
    const names = planInputs(plan).map((input) => inputName(factOf(input), plan, speech));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});
