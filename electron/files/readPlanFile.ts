// Reads a plan file: ordinary files only, up to a limit, UTF-8. Pipes and devices are refused before they are opened,
// because opening one may wait for ever.
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { failed, ok, type Result } from '../../core/units/result.ts';

export const planLimitBytes = 32 * 1024 * 1024;

export type PlanFileCode =
  | 'planFileMissing'
  | 'planFileUnreadable'
  | 'planNotAFile'
  | 'planLinkLoop'
  | 'planFileTooLarge'
  | 'planNotText';

/** Its sentence is `cli.failure.<code>`. */
export interface PlanFileFailure {
  readonly code: PlanFileCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export async function readPlanFile(path: string): Promise<Result<string, PlanFileFailure>> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return failed({ code: 'planNotAFile', params: { path } });
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      // Once more on the open file: the name may lead elsewhere by now.
      if (!(await handle.stat()).isFile()) return failed({ code: 'planNotAFile', params: { path } });
      // Not by the stated size: files of the system claim to be empty.
      const bytes = Buffer.alloc(Math.min(planLimitBytes, found.size + 65_536) + 1);
      const chunks: Buffer[] = [];
      let length = 0;
      for (;;) {
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, null);
        if (bytesRead === 0) return textOf(Buffer.concat(chunks), path);
        length += bytesRead;
        if (length > planLimitBytes) return failed(tooLarge(path));
        chunks.push(Buffer.from(bytes.subarray(0, bytesRead)));
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failed(failureOf(error, path));
  }
}

export const tooLarge = (path: string): PlanFileFailure => ({
  code: 'planFileTooLarge',
  params: { path, limit: planLimitBytes / (1024 * 1024) },
});

/** A byte order mark at the start is left out. */
export function textOf(bytes: Uint8Array, path: string): Result<string, PlanFileFailure> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed({ code: 'planNotText', params: { path } });
  }
}

function failureOf(error: unknown, path: string): PlanFileFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A path with a NUL byte is none, whatever it looks like.
  const missing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'];
  if (missing.includes(code)) return { code: 'planFileMissing', params: { path } };
  if (code === 'ELOOP') return { code: 'planLinkLoop', params: { path } };
  if (code === '') throw error;
  return { code: 'planFileUnreadable', params: { path, reason: code } };
}
