// Names under which no page may reach the server, and which of them were let in all the same.
import { rawRequest, sendRaw, statusOf } from './startedServer.ts';

export const foreignHosts = (port: number): readonly string[] => [
  'evil.test',
  `0.0.0.0:${port}`,
  `127.0.0.1.evil.com:${port}`,
  `127.0.0.1.:${port}`,
  `2130706433:${port}`,
  `127.0.0.1:${port + 1}`,
  '127.0.0.1',
  'localhost',
  '',
];

export async function hostsLetIn(port: number, start = 'GET /'): Promise<readonly string[]> {
  const letIn: string[] = [];
  for (const host of foreignHosts(port)) {
    const answer = await sendRaw(port, rawRequest(start, [['Host', host]]));
    if (statusOf(answer) !== 403) letIn.push(host);
  }
  return letIn;
}
