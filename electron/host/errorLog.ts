// Unexpected exceptions are kept under an id: the person sees the id, the log has the error.
import { randomBytes } from 'node:crypto';

/** Where an unexpected exception goes; the id is what the failure shown to the person names. */
export type ErrorLog = (errorId: string, error: unknown) => void;

export const noErrorLog: ErrorLog = () => {};

/** Logs an unexpected exception and gives the id under which it was logged. */
export function logged(log: ErrorLog, error: unknown): string {
  const errorId = randomBytes(6).toString('hex');
  try {
    log(errorId, error);
  } catch {
    // A log that cannot be written must not turn a failed request into a crash.
  }
  return errorId;
}
