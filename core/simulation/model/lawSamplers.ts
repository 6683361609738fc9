// The sampler of a model's laws, made once a model in each worker: its tables cost milliseconds.
import { LawSampler } from '../engine/lawSampler.ts';
import type { CompiledModel } from './compiledModel.ts';

const samplers = new WeakMap<CompiledModel, LawSampler>();

export function lawSamplerOf(model: CompiledModel): LawSampler {
  let sampler = samplers.get(model);
  if (sampler === undefined) {
    sampler = new LawSampler(model.laws);
    samplers.set(model, sampler);
  }
  return sampler;
}
