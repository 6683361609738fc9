import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../electron/host/dataFolder.ts';

describe('dataFolder', () => {
  it.each([
    ['linux', {}, join('/home/a', '.local', 'share', 'saff')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'saff')],
    ['linux', { XDG_DATA_HOME: 'not/absolute' }, join('/home/a', '.local', 'share', 'saff')],
    ['darwin', {}, join('/home/a', 'Library', 'Application Support', 'Saff')],
    ['win32', {}, join('/home/a', 'AppData', 'Roaming', 'Saff')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Saff')],
    ['linux', { SAFF_DATA: '/asked', XDG_DATA_HOME: '/data' }, resolve('/asked')],
    ['darwin', { SAFF_DATA: 'here' }, resolve('here')],
    ['linux', { SAFF_DATA: '' }, join('/home/a', '.local', 'share', 'saff')],
  ] as const)('on %s with %j is %s', (platform, env, expected) => {
    expect(dataFolder(env, platform, '/home/a')).toBe(expected);
  });
});
