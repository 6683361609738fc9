import { parsePlan } from '../../core/plan/parsePlan.ts';
import { openSample, sampleList } from '../../core/samples/index.ts';
import type { HandlersOf } from './handlers.ts';

export const sampleMethods: HandlersOf<'samples.list' | 'samples.open'> = {
  'samples.list': () => ({ ok: true, value: sampleList() }),
  'samples.open': ({ id }) => {
    const text = openSample(id);
    if (text === undefined) return { ok: false, failure: { code: 'unknownSample', params: { id } } };
    return { ok: true, value: { text, checked: parsePlan(text) } };
  },
};
