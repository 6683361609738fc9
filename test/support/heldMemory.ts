// What a running program really holds: its heaps, that of the program and those of its threads, after a collection. What a process
// takes up tells less: a heap that nobody presses is collected when its engine likes, and goes up and down by a hundred megabytes.
import { setTimeout as pause } from 'node:timers/promises';

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId: string; readonly message: string };
  readonly result?: { readonly result: { readonly value: string } };
}

type Send = (method: string, params?: object) => Promise<Answer>;

/** `said`: what a program has written that was started with `--inspect=127.0.0.1:0`. In megabytes. */
export async function heldMegabytes(said: string): Promise<number> {
  const address = /ws:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said)?.[0];
  if (address === undefined) throw new Error('the program cannot be looked into');
  const socket = new WebSocket(address);
  await new Promise((settle, reject) => {
    socket.onopen = settle;
    socket.onerror = reject;
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  const threads: string[] = [];
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.method === 'NodeWorker.attachedToWorker') threads.push(answer.params?.sessionId ?? '');
    const inner =
      answer.method === 'NodeWorker.receivedMessageFromWorker'
        ? (JSON.parse(answer.params?.message ?? '{}') as Answer)
        : answer;
    waiting.get(inner.id ?? 0)?.(inner);
  };
  const asked = (text: (id: number) => string): Promise<Answer> =>
    new Promise((settle) => {
      last += 1;
      waiting.set(last, settle);
      socket.send(text(last));
    });
  const send: Send = (method, params = {}) => asked((id) => JSON.stringify({ id, method, params }));
  const inThread =
    (sessionId: string): Send =>
    (method, params = {}) =>
      asked((id) => {
        const message = JSON.stringify({ id, method, params });
        const outer = { sessionId, message };
        return JSON.stringify({ id: -id, method: 'NodeWorker.sendMessageToWorker', params: outer });
      });
  await send('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await pause(300);
  let bytes = 0;
  for (const ask of [send, ...threads.map(inThread)]) {
    await ask('HeapProfiler.enable');
    await ask('HeapProfiler.collectGarbage');
    // What was freed outside the heaps is counted off a moment later.
    await pause(200);
    await ask('HeapProfiler.collectGarbage');
    const expression = 'JSON.stringify(process.memoryUsage())';
    const { result } = await ask('Runtime.evaluate', { expression, returnByValue: true });
    const { heapUsed, external } = JSON.parse(result?.result.value ?? '{}');
    bytes += heapUsed + external;
  }
  socket.close();
  return bytes / 1024 / 1024;
}
