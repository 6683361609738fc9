// Reads the body of a request up to a limit and not a byte further.
import type { IncomingMessage } from 'node:http';
import { failed, ok, type Result } from '../../core/units/result.ts';

export const mostBodyBytes = 40_000_000;

export async function readBody(request: IncomingMessage): Promise<Result<Buffer, 'tooLarge' | 'aborted'>> {
  if (Number(request.headers['content-length'] ?? 0) > mostBodyBytes) return failed('tooLarge');
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((settle) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBodyBytes) {
        request.removeAllListeners('data');
        request.pause();
        settle(failed('tooLarge'));
      } else {
        chunks.push(chunk);
      }
    });
    request.on('end', () => settle(ok(Buffer.concat(chunks))));
    request.on('close', () => settle(failed('aborted')));
  });
}
