// The worker of plans, which does to a text what the text says.
import { type Answer, answerTo, type Call } from '../../electron/workers/caller.ts';
import { parentDoor } from '../../electron/workers/parentDoor.ts';

const { post, onMessage } = parentDoor<Call, Answer>();

onMessage(async (asked) => post(await answerTo(asked, () => done(String(asked.args[0])))));

const held: Uint8Array[] = [];

function done(what: string): unknown {
  if (what === 'exit') process.exit(7);
  if (what === 'throw') throw new Error('planted');
  if (what === 'block') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  while (what === 'hang');
  while (what === 'fill') {
    held.push(new Uint8Array(20_000_000).fill(1));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  return { ok: true, value: what };
}
