// From SQLite's and the system's errors to failures with a remedy. What is none of them is a defect and is thrown on.
import type { Failure, FailureCode } from '../../core/contract/failures.ts';
import { failed } from '../../core/units/result.ts';

export const refuse = (
  code: FailureCode,
  params: Failure['params'] = {},
): { readonly ok: false; readonly failure: Failure } => failed({ code, params });

const codes: readonly (readonly [RegExp, FailureCode])[] = [
  [/^SQLITE_FULL|^ENOSPC$|^EDQUOT$/, 'diskFull'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'libraryBusy'],
  [/^SQLITE_READONLY_DBMOVED/, 'libraryReplaced'],
  [/^SQLITE_READONLY|^EROFS$/, 'libraryReadOnly'],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB/, 'libraryDamaged'],
  [/^SQLITE_IOERR|^EIO$/, 'notSaved'],
  [
    /^SQLITE_CANTOPEN|^SQLITE_PERM|^SQLITE_AUTH|^E(?:ACCES|PERM|NOENT|NOTDIR|ISDIR|LOOP|MFILE|NFILE|EXIST)$/,
    'libraryUnavailable',
  ],
];

/** Damage that SQLite tells by its sentence alone, under the code that its own users' mistakes have. */
const damaged = /^(?:unsupported file format|malformed database schema|unsupported encoding)/;

export function errorCodeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return '';
  if (error.code === 'SQLITE_ERROR' && damaged.test(error.message)) return 'SQLITE_CORRUPT_FORMAT';
  return String(error.code);
}

/** The failure that an error stands for; undefined for a defect. */
export function failureOf(error: unknown): Failure | undefined {
  const reason = errorCodeOf(error);
  const code = codes.find(([pattern]) => pattern.test(reason))?.[1];
  return code === undefined ? undefined : { code, params: { reason } };
}

/**
 * After these the connection is not trusted any more: it is closed, and the next call opens and checks anew. A library that
 * was replaced stays open to read, for what it holds may be nowhere else.
 */
export const endsConnection = (failure: Failure): boolean =>
  ['notSaved', 'libraryDamaged'].includes(failure.code);
