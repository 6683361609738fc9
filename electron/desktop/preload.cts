// The only thing that the page gets from the host: one function that carries a request of the contract and brings
// back a reply. Sandboxed, so CommonJS; it sees no more of Electron than it hands on.
import type { Reply } from '../../core/contract/failures.ts';
import type { Method } from '../../core/contract/methods.ts';

const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');

const methods: Readonly<Record<Method, true>> = {
  'app.describe': true,
  'samples.list': true,
  'samples.open': true,
  'plan.check': true,
  'plan.evaluate': true,
  'simulation.start': true,
  'simulation.next': true,
  'simulation.cancel': true,
  'simulation.trace': true,
  'study.start': true,
  'study.next': true,
  'study.cancel': true,
  'library.status': true,
  'library.list': true,
  'library.search': true,
  'library.changes': true,
  'library.create': true,
  'library.import': true,
  'library.open': true,
  'library.rename': true,
  'library.duplicate': true,
  'library.remove': true,
  'library.restore': true,
  'library.erase': true,
  'library.check': true,
  'library.repair': true,
  'library.backup': true,
  'plan.edit': true,
  'plan.undo': true,
  'plan.redo': true,
  'plan.history': true,
  'plan.export': true,
  'plan.replace': true,
  'plan.simulate': true,
  'plan.results': true,
  'versions.list': true,
  'versions.create': true,
  'versions.open': true,
  'versions.restore': true,
};

const request = async (method: unknown, input: unknown): Promise<Reply<unknown>> => {
  if (typeof method === 'string' && Object.hasOwn(methods, method)) {
    return ipcRenderer.invoke('saff:request', method, input);
  }
  return { ok: false, failure: { code: 'unknownMethod', params: { method: String(method).slice(0, 64) } } };
};

contextBridge.exposeInMainWorld('saff', { request });
