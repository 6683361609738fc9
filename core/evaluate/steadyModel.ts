// A compiled plan without its volumes: what is made of it is the same however many contacts come.

import type { CompiledModel } from '../simulation/index.ts';
import type { ClassModel } from '../simulation/model/classModel.ts';

export type SteadyClass = Omit<ClassModel, 'segments' | 'arrivalsSeconds'>;
export type SteadyModel = Omit<CompiledModel, 'classes'> & { readonly classes: readonly SteadyClass[] };

/** All that a class is beside its volume. */
export const steadyParts = ({ segments: _, arrivalsSeconds: __, ...rest }: ClassModel): readonly unknown[] =>
  Object.values(rest);
