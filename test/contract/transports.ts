// The three ways to a host, each over a host of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMain } from 'electron';
import { type Client, createClient, type Transport } from '../../core/contract/client.ts';
import type { Reply } from '../../core/contract/failures.ts';
import { pageOrigin } from '../../electron/desktop/pageOrigin.ts';
import { answerRequests } from '../../electron/desktop/requestChannel.ts';
import type { Host } from '../../electron/host/createHost.ts';
import { openHost } from '../../electron/host/openHost.ts';
import { createBridgeTransport } from '../../renderer/client/bridgeTransport.ts';
import { createLoopbackTransport } from '../../renderer/client/loopbackTransport.ts';
import { startedServer } from '../serve/startedServer.ts';

export interface OpenTransport {
  readonly client: Client;
  /** The transport as it stands, for what no typed client would send. */
  readonly send: (method: string, input: unknown) => Promise<Reply<unknown>>;
  readonly close: () => Promise<void>;
}

const opened = (transport: Transport, close: () => Promise<void>): OpenTransport => ({
  client: createClient(transport),
  send: transport as OpenTransport['send'],
  close,
});

/** With a library in a folder that goes with it. */
function hostOfItsOwn() {
  const folder = mkdtempSync(join(tmpdir(), 'saff-contract-'));
  const host = openHost({ dataFolder: folder });
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const close = async (): Promise<void> => {
    await host.close();
    removeFolder();
  };
  return { host, close, removeFolder };
}

export async function openInMemory(): Promise<OpenTransport> {
  const { host, close } = hostOfItsOwn();
  return opened(
    async (method, input) => structuredClone(await host.handle(method, structuredClone(input))),
    close,
  );
}

export async function openLoopback(): Promise<OpenTransport> {
  const { host, removeFolder } = hostOfItsOwn();
  const server = await startedServer(host);
  const transport = createLoopbackTransport(server.secret, (path, init) =>
    fetch(new URL(path, server.address), init),
  );
  return opened(transport, async () => {
    await server.stop();
    removeFolder();
  });
}

/** Electron's channel between two processes, without the processes: a copy of what was sent, and of the answer. */
export async function openIpc(): Promise<OpenTransport> {
  const { host, close } = hostOfItsOwn();
  const invoke = ipcInvoker(host);
  return opened(createBridgeTransport({ request: (method, input) => invoke(method, input) }), close);
}

/** What the page's `request` does, from a frame with this address. */
export function ipcInvoker(host: Host, url = `${pageOrigin}/`) {
  type Handler = (event: unknown, ...args: unknown[]) => Promise<Reply<unknown>>;
  const handlers = new Map<string, Handler>();
  const ipcMain = { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) };
  answerRequests(ipcMain as unknown as IpcMain, host);
  const frame = { url };
  const event = { sender: { mainFrame: frame }, senderFrame: frame };
  return async (method: string, input: unknown, from: unknown = event): Promise<Reply<unknown>> => {
    const handler = handlers.get('saff:request');
    if (handler === undefined) throw new Error('nobody answers on the channel');
    return structuredClone(await handler(from, structuredClone(method), structuredClone(input)));
  };
}
