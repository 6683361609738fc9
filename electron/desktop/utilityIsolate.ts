// Electron's own kind of process, in which the desktop application's workers run: its binary does not run as Node (a fuse
// forbids it). Where the first one is lost before it has said a word, threads take over: better those than no simulation.
import { fileURLToPath } from 'node:url';
import type { UtilityProcess } from 'electron';
import { inThread, LostIsolate, residentBytes, type StartIsolate } from '../workers/isolate.ts';

export interface UtilityProcesses {
  fork(modulePath: string, args: string[], options: { stdio: 'ignore'; serviceName: string }): UtilityProcess;
}

export function inUtilityProcess(utilityProcess: UtilityProcesses): StartIsolate {
  let works: boolean | undefined;

  return (file, events) => {
    if (works === false) return inThread(file, events);
    const child = utilityProcess.fork(fileURLToPath(file), [], {
      stdio: 'ignore',
      serviceName: 'Saff worker',
    });
    let isEnded = false;
    const gone = new Promise<void>((settle) => child.once('exit', () => settle()));
    child.on('message', (message) => {
      works = true;
      if (!isEnded) events.onMessage(message);
    });
    child.once('exit', (code) => {
      if (isEnded) return;
      isEnded = true;
      works ??= false;
      events.onLost(new LostIsolate(`a process of Electron has ended with code ${code}`, false));
    });
    return {
      post: (message) => child.postMessage(message),
      // Electron lives as long as its windows do, not as long as these.
      hold: () => {},
      sharesMemory: false,
      usedBytes: () => (child.pid === undefined ? undefined : residentBytes(child.pid)),
      processId: child.pid,
      end: async () => {
        if (isEnded) return;
        isEnded = true;
        killAtOnce(child);
        await gone;
      },
    };
  };
}

/** Electron's own way asks it to end, which one that hangs does not hear. */
function killAtOnce(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    else child.kill();
  } catch {
    child.kill();
  }
}
