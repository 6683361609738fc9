import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../core/contract/failures.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';

/** The parameters that go with a code wherever it is used; a text may ask for no others. */
const params: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  unknownSample: { id: 'absent' },
  tooManyRuns: { limit: 4 },
  traceOutside: { hours: 24 },
  traceTooLarge: { hours: 3.5, limit: 20_000 },
  unknownTeam: { team: 'first' },
  unknownScenario: { scenario: 'more' },
  unknownMeasure: { measure: 'ocupancy', near: 'occupancyFraction' },
  unknownSubject: { measure: 'waitMeanSeconds', subject: 'fone', near: 'phone' },
  subjectMissing: { measure: 'serviceLevelFraction', near: 'calls' },
  subjectAmbiguous: { subject: 'first', near: 'team/first, tier/first' },
  notOverTime: { measure: 'totalCostMoney' },
  badMoment: { at: 'noon', example: '2026-03-21T10:00' },
  momentOutside: { at: '999', last: '335' },
  tooLarge: { limitMegabytes: 40 },
  libraryNewer: { version: 9, supported: 1 },
  libraryWentBack: { saved: 12, found: 9, lost: 3 },
  libraryUnavailable: { reason: 'EACCES' },
  lookEnded: { limitMinutes: 10 },
  fileUnreadable: { name: 'a.saff', reason: 'EACCES' },
  fileNotWritten: { name: 'a.saff', reason: 'ENOSPC' },
  notSaved: { reason: 'SQLITE_IOERR_FSYNC' },
  runTooLarge: { limitMegabytes: 4096 },
  formulaTooLarge: { intervals: 200_000, limit: 110_000 },
  upgradeStopped: {},
  calculationTooLarge: { limitMegabytes: 1024, limitMinutes: 2 },
  runFailed: { errorId: 'a1b2' },
  internal: { errorId: 'a1b2' },
};

describe.each(languages)('the failures in %s', (language) => {
  const { t } = createTranslator(language, { missing: 'throw' });

  it.each(failureCodes)('have a text with remedy for %s', (code) => {
    const text = t.dynamic('failures', code, params[code] ?? {});
    for (const value of Object.values(params[code] ?? {})) {
      if (typeof value === 'string') expect(text).toContain(value);
    }
    // What happened, and what to do about it.
    expect(text.split(/[.:؛;،]\s/).length).toBeGreaterThan(1);
  });
});
