// What is said of a run that gave no result: that the person ended it, or why it failed.
import type { Failure } from '../../core/contract/failures.ts';
import { exitCodes } from './exitCodes.ts';
import { sayFailure, sayFaults } from './sayFailure.ts';
import type { Session } from './session.ts';

/** Gives the exit code. */
export function sayEnd({ io, speech, err }: Session, failure: Failure): number {
  if (io.ending.aborted) {
    err.paragraph(speech.t('cli.interrupted'));
    return typeof io.ending.reason === 'number' ? io.ending.reason : exitCodes.interrupted;
  }
  const code = sayFailure(speech, err, failure);
  sayFaults(speech, err, failure.faults ?? []);
  return code;
}
