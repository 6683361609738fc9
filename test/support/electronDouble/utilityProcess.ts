// Electron's processes for work beside the main one, as processes of Node. Each has `process.parentPort`, whose messages come
// wrapped, and ends with its parent.
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { record } from './record.ts';

const setUp = new URL('./utilityProcessSetUp.mjs', import.meta.url).href;

class Utility extends EventEmitter {
  pid: number | undefined;
  private readonly child: ChildProcess;

  constructor(modulePath: string) {
    super();
    this.child = fork(modulePath, [], {
      execArgv: ['--import', setUp],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.pid = this.child.pid;
    this.child.on('message', (message) => this.emit('message', message));
    this.child.once('exit', (code) => {
      this.pid = undefined;
      this.emit('exit', code ?? 1);
    });
  }

  postMessage(message: unknown): void {
    this.child.send(message as object, () => {});
  }

  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork: (modulePath: string): Utility => {
    if (!record.isReady) throw new Error('no process of its own before the application is ready');
    record.utilityProcesses += 1;
    return new Utility(modulePath);
  },
};
