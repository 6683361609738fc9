// What Electron puts into a process of its own before the script runs: the port to its parent, and no channel of Node's.
import { EventEmitter } from 'node:events';

const send = process.send?.bind(process);
const port = new EventEmitter();
/** @type {unknown[]} */
const heard = [];
process.on('message', (data) => {
  if (port.listenerCount('message') > 0) port.emit('message', { data, ports: [] });
  else heard.push(data);
});
// Messages wait until somebody listens.
port.on('newListener', (name) => {
  if (name !== 'message') return;
  queueMicrotask(() => {
    for (const data of heard.splice(0)) port.emit('message', { data, ports: [] });
  });
});
process.once('disconnect', () => process.exit(0));
/** @param {unknown} message */
const postMessage = (message) => send?.(message);
Object.assign(process, { parentPort: Object.assign(port, { postMessage }), send: undefined });
