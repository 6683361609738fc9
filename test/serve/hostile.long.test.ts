// Group H over the served program, in the full counts of the catalogue.
// One command: npm run test:long -- test/serve/hostile
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldMegabytes } from '../support/heldMemory.ts';
import {
  canBeWatched,
  percentile,
  type ServedProgram,
  startServedProgram,
} from '../support/servedProgram.ts';
import { smallPlanText } from '../support/smallPlan.ts';
import { chooser, hostileRequest, sendTogether } from './hostileRequests.ts';
import { rawRequest, sendRaw, statusOf } from './startedServer.ts';

const seed = Number(process.env['SAFF_SEED'] ?? 1);
const nobody = 65_534;
/** What is made once is made by then; what is held on top afterwards would be a leak. */
const warmUp = 200_000;

/** In megabytes, after a collection: what the program holds, and what it takes up of the machine then. */
interface Memory {
  readonly held: number;
  readonly resident: number;
}
const told = (memory: Memory | null): string =>
  memory === null ? '-' : `${memory.held.toFixed(1)} MB held, ${memory.resident.toFixed(0)} MB taken up`;

describe.skipIf(!canBeWatched)('the served program', () => {
  let served: ServedProgram;
  beforeAll(async () => {
    served = await startServedProgram({ inspected: true });
    const added = await served.client.call('library.import', { text: smallPlanText() });
    expect(added.ok).toBe(true);
  });
  afterAll(() => served.stop());
  const memoryNow = async (): Promise<Memory> => {
    const held = await heldMegabytes(served.said());
    return { held, resident: served.usedMegabytes().own };
  };
  const isWell = async (): Promise<void> => {
    expect((await served.client.call('app.describe', {})).ok).toBe(true);
    expect(served.child.exitCode).toBeNull();
  };

  it('H4: outlives 100,000 malformed requests after 200,000 others, within 20 MB', async () => {
    const choose = chooser(seed);
    const statuses = new Map<number, number>();
    let answered = 0;
    let before: Memory | null = null;
    while (answered < warmUp + 100_000) {
      const batches = Array.from({ length: 32 }, (_, at) =>
        at % 2 === 0
          ? [hostileRequest(choose, served.port, true)]
          : Array.from({ length: 25 }, () => hostileRequest(choose, served.port, false)),
      );
      for (const answers of await Promise.all(batches.map((batch) => sendTogether(served.port, batch)))) {
        answered += answers.length;
        for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      if (answered >= warmUp) before ??= await memoryNow();
    }
    const after = await memoryNow();
    const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
    console.log(
      `H4: ${answered} requests answered, ${counted.join(', ')}; before ${told(before)}, after ${told(after)}`,
    );
    await isWell();
    expect(after.held - (before?.held ?? 0)).toBeLessThan(20);
    expect(after.resident - (before?.resident ?? 0)).toBeLessThan(20);
    expect(statuses.get(500) ?? 0).toBe(0);
    expect(statuses.get(200) ?? 0).toBeGreaterThan(0);
    expect(
      served
        .said()
        .split('\n')
        .filter((line) => /^[0-9a-f]{12} /.test(line)),
    ).toEqual([]);
  });

  it('H13: serves a good client with 1000 idle connections, a body of 1 GB and slow headers beside it', async () => {
    const idle: Socket[] = [];
    for (let count = 0; count < 1000; count += 1) {
      const socket = connect({ port: served.port, host: '127.0.0.1' });
      socket.on('error', () => {});
      idle.push(socket);
      if (count % 50 === 49) await pause(5);
    }
    const slow = sendRaw(served.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nX-Slow`);
    const start = [
      ['Host', `127.0.0.1:${served.port}`],
      ['Content-Type', 'application/json'],
      ['X-Saff-Secret', served.secret],
    ] as const;
    const large = rawRequest('POST /api/plan.check', [...start, ['Content-Length', '1000000000']]);
    const endless = rawRequest(
      'POST /api/plan.check',
      [...start, ['Transfer-Encoding', 'chunked']],
      `100000\r\n${'x'.repeat(0x100000)}\r\n`.repeat(45),
    );
    const refused = Promise.all([sendRaw(served.port, large), sendRaw(served.port, endless)]);
    const times: number[] = [];
    for (let round = 0; round < 400; round += 1) {
      const begun = performance.now();
      await isWell();
      times.push(performance.now() - begun);
      await pause(10);
    }
    expect((await refused).map(statusOf)).toEqual([413, 413]);
    expect(statusOf(await slow)).toBe(408);
    for (const socket of idle) socket.destroy();
    console.log(
      `H13: a good client waited ${percentile(times, 50).toFixed(1)} ms (p95 ${percentile(times, 95).toFixed(1)} ms)`,
    );
    expect(percentile(times, 95)).toBeLessThanOrEqual(200);
  });

  it('H1: cannot be reached from another network namespace', async () => {
    const { port } = served;
    const inside = `
      const { connect } = require('node:net');
      const ask = (host) => new Promise((settle) => {
        const socket = connect({ host, port: ${port} });
        socket.once('connect', () => settle('connected'));
        socket.once('error', ({ code }) => settle(code));
        setTimeout(() => settle('silence'), 2000);
      });
      Promise.all(process.argv.slice(1).map(ask)).then((answers) => { console.log(JSON.stringify(answers)); process.exit(); });`;
    const name = `saff-${process.pid}`;
    const ip = (...words: string[]) => spawnSync('ip', words, { stdio: 'ignore' }).status === 0;
    const pair = [`s${process.pid % 10_000}a`, `s${process.pid % 10_000}b`] as const;
    const isThere =
      ip('netns', 'add', name) &&
      ip('link', 'add', pair[0], 'type', 'veth', 'peer', 'name', pair[1]) &&
      ip('link', 'set', pair[1], 'netns', name) &&
      ip('addr', 'add', '10.231.77.1/24', 'dev', pair[0]) &&
      ip('link', 'set', pair[0], 'up') &&
      ip('-n', name, 'addr', 'add', '10.231.77.2/24', 'dev', pair[1]) &&
      ip('-n', name, 'link', 'set', pair[1], 'up') &&
      ip('-n', name, 'link', 'set', 'lo', 'up');
    try {
      if (!isThere) {
        console.log('H1 did not run with a second namespace: this account may not make one');
        return;
      }
      const hosts = ['127.0.0.1', '::1', '10.231.77.1'];
      const words = ['netns', 'exec', name, process.execPath, '-e', inside, ...hosts];
      const answers = JSON.parse(execFileSync('ip', words, { encoding: 'utf8' })) as string[];
      console.log(
        `H1: from another namespace ${hosts.map((host, at) => `${host} ${answers[at]}`).join(', ')}`,
      );
      expect(answers).not.toContain('connected');
    } finally {
      ip('link', 'del', pair[0]);
      ip('netns', 'del', name);
    }
  });

  it('H8, H9: keeps its secret and its files from other accounts of the machine', async () => {
    const system = ['cmdline', 'environ'].map((file) =>
      readFileSync(`/proc/${served.processId}/${file}`, 'latin1'),
    );
    for (const text of system) expect(text).not.toContain(served.secret);
    for (const id of served.children())
      expect(readFileSync(`/proc/${id}/cmdline`, 'latin1')).not.toContain(served.secret);
    const files = readdirSync(served.folder, { recursive: true, withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      const path = join(file.parentPath, file.name);
      expect(readFileSync(path).includes(served.secret), path).toBe(false);
      expect(statSync(path).mode & 0o077, path).toBe(0);
    }
    expect(statSync(served.folder).mode & 0o077).toBe(0);
    if (process.getuid?.() !== 0) {
      console.log('H9 did not run as another account: this one may not become it');
      return;
    }
    const read = spawnSync('cat', [join(served.folder, 'library.db')], { uid: nobody, gid: nobody });
    expect(read.status).not.toBe(0);
    expect(read.stdout).toHaveLength(0);
    const tried = spawnSync('cat', [`/proc/${served.processId}/environ`], { uid: nobody, gid: nobody });
    expect(tried.stdout).toHaveLength(0);
    const asked = `fetch('${served.address}api/library.list', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })
      .then(({ status }) => console.log(status))`;
    const outcome = spawnSync(process.execPath, ['-e', asked], {
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
    });
    expect(outcome.stdout.trim()).toBe('401');
    console.log(
      `H9: ${files.length} files, none of them readable by another account; the API answers it 401`,
    );
  });
});
