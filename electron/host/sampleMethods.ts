import { openSample, sampleList } from '../../core/samples/index.ts';
import type { HandlersOf } from './handlers.ts';
import type { PlanWork } from './planWork.ts';
import { refused } from './refusals.ts';

export const createSampleMethods = (plans: PlanWork): HandlersOf<'samples.list' | 'samples.open'> => ({
  'samples.list': () => ({ ok: true, value: sampleList() }),
  'samples.open': async ({ id }) => {
    const text = openSample(id);
    if (text === undefined) return refused({ code: 'unknownSample', params: { id } });
    const checked = await plans.check(text);
    return checked.ok ? { ok: true, value: { text, checked: checked.value } } : checked;
  },
});
