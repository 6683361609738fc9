import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPlace, readPlace } from '../../electron/desktop/windowPlace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saff-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const first = { width: 1280, height: 860, maximised: false };

describe('readPlace', () => {
  it('gives back what was kept, also left of the first screen', () => {
    const place = { x: -1500, y: 40, width: 1000, height: 700, maximised: true };
    keepPlace(folder, place);
    expect(readPlace(folder)).toEqual(place);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"width":"wide","height":700}',
    '{"width":10,"height":10}',
    '{"width":1e9,"height":700}',
  ])('gives the first place for %j', (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readPlace(folder)).toEqual(first);
  });

  it('leaves out a position that is none', () => {
    writeFileSync(
      join(folder, 'window.json'),
      '{"width":900,"height":700,"x":1e12,"y":null,"maximised":"yes"}',
    );
    expect(readPlace(folder)).toEqual({ width: 900, height: 700, maximised: false });
  });

  it('does without a folder', () => {
    const absent = join(folder, 'absent');
    keepPlace(absent, first);
    expect(readPlace(absent)).toEqual(first);
  });
});
