import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/chromium.mjs';
import { countTests } from '../support/testRun.mjs';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});

describe('countTests', () => {
  it.each([
    [
      'counts what passed and failed',
      [file('passed', 'passed', 'passed'), file('failed', 'failed')],
      1,
      [2, 1],
    ],
    ['counts a file that could not be loaded', [file('passed', 'passed'), file('failed')], 1, [1, 1]],
    ['fails where no test ran', [], 0, [0, 1]],
    ['fails where all tests were skipped', [file('passed', 'pending')], 0, [0, 1]],
    ['fails on an error outside of the tests', [file('passed', 'passed')], 1, [1, 1]],
    ['passes', [file('passed', 'passed')], 0, [1, 0]],
  ] as const)('%s', (_, testResults, exitCode, [passed, failed]) => {
    expect(countTests({ testResults: [...testResults] }, exitCode)).toEqual({ passed, failed });
  });
});

describe('findChromium', () => {
  const place = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, there: RegExp) => ({
    platform,
    env,
    home: '/home/sara',
    isRunnable: (path: string) => there.test(path.replaceAll('\\', '/')),
  });

  it('takes the one that is asked for, and no other', () => {
    expect(findChromium(place('linux', { SAFF_CHROMIUM: '/opt/mine' }, /./))).toBe('/opt/mine');
    expect(findChromium(place('linux', { SAFF_CHROMIUM: '/opt/mine' }, /\/usr\//))).toBeUndefined();
  });

  it.each([
    ['linux', {}, '/usr/bin/chromium'],
    ['linux', { PATH: '/opt/bin' }, '/opt/bin/google-chrome'],
    ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['win32', { PROGRAMFILES: 'C:/Programs' }, 'C:/Programs/Google/Chrome/Application/chrome.exe'],
  ] as const)('finds on %s with %j %s', (platform, env, path) => {
    const isThere = new RegExp(`^${path.replace(/[.]/g, '\\.')}$`);
    expect(findChromium(place(platform, env, isThere))?.replaceAll('\\', '/')).toBe(path);
  });
});
