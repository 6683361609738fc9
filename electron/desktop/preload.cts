// The only things that the page gets: two functions that carry a request, to the host or to the window itself, and bring
// back a reply. Sandboxed, so CommonJS; it sees no more of Electron than it hands on.
import type { Reply } from '../../core/contract/failures.ts';
import type { Method } from '../../core/contract/methods.ts';
import type { ShellMethod } from '../../core/contract/shellMethods.ts';

const { contextBridge, ipcRenderer } = require('electron') as typeof import('electron');

const methods: Readonly<Record<Method, true>> = {
  'app.describe': true,
  'samples.list': true,
  'samples.open': true,
  'plan.check': true,
  'plan.evaluate': true,
  'plan.foresee': true,
  'plan.requirement': true,
  'plan.duties': true,
  'plan.outcomes': true,
  'plan.busiest': true,
  'pooling.price': true,
  'advice.propose': true,
  'advice.samples': true,
  'plan.scenario': true,
  'measures.explain': true,
  'simulation.start': true,
  'simulation.next': true,
  'simulation.cancel': true,
  'simulation.trace': true,
  'study.start': true,
  'study.next': true,
  'study.cancel': true,
  'library.status': true,
  'library.stopUpgrade': true,
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

const shellMethods: Readonly<Record<ShellMethod, true>> = {
  'shell.next': true,
  'shell.show': true,
  'shell.openFile': true,
  'shell.saveFile': true,
  'shell.print': true,
  'shell.savePdf': true,
};

/** Carries the methods of a table over a channel, and no others. */
const over =
  (channel: string, table: Readonly<Record<string, true>>) =>
  async (method: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (typeof method === 'string' && Object.hasOwn(table, method)) {
      return ipcRenderer.invoke(channel, method, input);
    }
    return { ok: false, failure: { code: 'unknownMethod', params: { method: String(method).slice(0, 64) } } };
  };

contextBridge.exposeInMainWorld('saff', {
  request: over('saff:request', methods),
  shell: over('saff:shell', shellMethods),
});
