// The client's side of the contract: one function a method, over any transport that carries (method, input) to a reply.
import type { Reply } from './failures.ts';
import type { Input, Method, Output } from './methods.ts';

export interface Client {
  call<M extends Method>(method: M, input: Input<M>): Promise<Reply<Output<M>>>;
}

/** What a transport does: carry one request, bring back one reply; failures of the wire are replies too. */
export type Transport = (method: Method, input: unknown) => Promise<Reply<unknown>>;

export const createClient = (transport: Transport): Client => ({
  call: async <M extends Method>(method: M, input: Input<M>) =>
    (await transport(method, input)) as Reply<Output<M>>,
});
