// Calls into an isolate, each with its answer to come: started at the first call, and anew after it was lost or ended.
import type { Failure } from '../../core/contract/failures.ts';
import { failed } from '../../core/units/result.ts';
import type { Isolate, LostIsolate, StartIsolate } from './isolate.ts';

export interface Call<Method extends string = string> {
  readonly kind: 'call';
  readonly call: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export interface Answer {
  readonly call: number;
  readonly outcome:
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'defect'; readonly message: string };
}

export interface CallerParts {
  readonly startIsolate: StartIsolate;
  readonly file: URL;
  /** What a new isolate is told before its first call. */
  readonly greeting?: unknown;
  /** What it says that is no answer. */
  readonly onSaid?: (message: unknown) => void;
  /** What whoever waits is answered when it is lost. */
  readonly onLost: (reason: LostIsolate) => Failure;
}

export interface Caller {
  /** Rejects with a defect of the isolate's; settles with a failure where it was lost or ended. */
  readonly call: (method: string, args: readonly unknown[]) => Promise<unknown>;
  /** Starts it, where it is not there, for a call that will come. */
  readonly warm: () => void;
  readonly isStarted: () => boolean;
  /** Memory of an isolate that is a process. */
  readonly usedBytes: () => number | undefined;
  /** Ends it at once; whoever waits gets this failure. The next call begins anew. */
  readonly end: (failure: Failure) => Promise<void>;
}

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export function createCaller({ startIsolate, file, greeting, onSaid, onLost }: CallerParts): Caller {
  let isolate: Isolate | undefined;
  let waiting = new Map<number, Waiting>();
  let lastCall = 0;

  const fail = (failure: Failure): void => {
    const left = [...waiting.values()];
    waiting = new Map();
    for (const { settle } of left) settle(failed(failure));
  };

  const start = (): Isolate => {
    const started = startIsolate(file, {
      onMessage: (message) => {
        if (!isAnswer(message)) return onSaid?.(message);
        const { call, outcome } = message;
        const waiter = waiting.get(call);
        waiting.delete(call);
        if (waiting.size === 0) started.hold(false);
        if (outcome.kind === 'value') waiter?.settle(outcome.value);
        else waiter?.reject(new Error(outcome.message));
      },
      onLost: (reason) => {
        isolate = undefined;
        fail(onLost(reason));
      },
    });
    if (greeting !== undefined) started.post(greeting);
    return started;
  };

  return {
    call: (method, args) =>
      new Promise((settle, reject) => {
        isolate ??= start();
        isolate.hold(true);
        const call = ++lastCall;
        waiting.set(call, { settle, reject });
        isolate.post({ kind: 'call', call, method, args } satisfies Call);
      }),
    warm: () => {
      isolate ??= start();
    },
    isStarted: () => isolate !== undefined,
    usedBytes: () => isolate?.usedBytes(),
    end: async (failure) => {
      const ending = isolate;
      isolate = undefined;
      fail(failure);
      await ending?.end();
    },
  };
}

const isAnswer = (message: unknown): message is Answer => Object.hasOwn(message as object, 'outcome');

/** Inside the isolate: does what it is asked, call by call. */
export async function answerTo({ call }: Pick<Call, 'call'>, work: () => unknown): Promise<Answer> {
  try {
    return { call, outcome: { kind: 'value', value: await work() } };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { call, outcome: { kind: 'defect', message } };
  }
}
