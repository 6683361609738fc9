// The way from an isolate back to who started it, the same in a thread, in a process of Node, and in one of Electron.
import { parentPort } from 'node:worker_threads';

export interface ParentDoor<In, Out> {
  readonly post: (message: Out) => void;
  readonly onMessage: (listen: (message: In) => void) => void;
}

/** What a process of Electron's own kind has in the place of Node's channel. */
interface ElectronPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (name: 'message', listen: (event: { readonly data: unknown }) => void) => unknown;
}

export function parentDoor<In, Out>(): ParentDoor<In, Out> {
  const port = parentPort;
  if (port !== null)
    return {
      // Copied, never handed over: once any buffer of a thread has been, its engine checks every access to every array.
      post: (message) => port.postMessage(message),
      onMessage: (listen) => void port.on('message', listen),
    };
  const electronPort = (process as { readonly parentPort?: ElectronPort }).parentPort;
  if (electronPort !== undefined)
    return {
      post: (message) => electronPort.postMessage(message),
      onMessage: (listen) => void electronPort.on('message', ({ data }) => listen(data as In)),
    };
  if (process.send === undefined) throw new Error('this file runs in a thread or a process of the host only');
  const parent = process.ppid;
  const leave = (): never => process.exit(0);
  process.once('disconnect', leave);
  // Ctrl-C reaches every process of a terminal; whom this works for decides what becomes of the work.
  process.on('SIGINT', () => {});
  return {
    post: (message) => {
      // In the midst of its work a process hears nothing; it sees by this that whom it works for is gone.
      if (process.ppid !== parent) leave();
      process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listen) => void process.on('message', listen as (message: unknown) => void),
  };
}
