// The shape of what answers a method: decoded input in, reply out. The compiler checks that no method is missing.
import type { Reply } from '../../core/contract/failures.ts';
import type { DecodedInput, Method, Output } from '../../core/contract/methods.ts';

type Answer<M extends Method> = Reply<Output<M>>;

export type HandlersOf<Methods extends Method> = {
  readonly [M in Methods]: (input: DecodedInput<M>) => Answer<M> | Promise<Answer<M>>;
};
