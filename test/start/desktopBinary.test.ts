import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../electron/start/desktopBinary.mjs';

describe('hasDisplay', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0', SSH_TTY: '/dev/pts/1' }, true],
    ['linux', { CI: 'true' }, false],
    ['win32', {}, true],
    ['win32', { CI: 'true' }, false],
    ['darwin', {}, true],
    ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ] as const)('on %s with %j is %s', (platform, environment, expected) => {
    expect(hasDisplay(environment, platform)).toBe(expected);
  });
});
