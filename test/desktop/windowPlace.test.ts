import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPlace, placeOn, readPlace } from '../../electron/desktop/windowPlace.ts';

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

describe('placeOn', () => {
  const main = { x: 0, y: 25, width: 1920, height: 1015 };
  const left = { x: -1280, y: 0, width: 1280, height: 1024 };
  const place = { width: 1000, height: 700, x: 100, y: 100, maximised: false };

  it('leaves a window where it stood, on any display', () => {
    expect(placeOn(place, [main, left])).toEqual(place);
    const other = { ...place, x: -1200, maximised: true };
    expect(placeOn(other, [main, left])).toEqual(other);
  });

  it('puts it into the middle of the main display where its own has vanished', () => {
    expect(placeOn({ ...place, x: -1200 }, [main])).toEqual({ ...place, x: 460, y: 183 });
    expect(placeOn({ ...place, x: 5000, y: 5000 }, [main])).toMatchObject({ x: 460, y: 183 });
  });

  it('brings it back where its title bar cannot be reached', () => {
    for (const [x, y] of [
      [1850, 100],
      [100, -300],
      [100, 1030],
      [-950, 100],
    ] as const)
      expect(placeOn({ ...place, x, y }, [main])).toMatchObject({ x: 460, y: 183 });
  });

  it('makes it no larger than its display, and gives a first window the middle', () => {
    expect(placeOn({ ...place, width: 4000, height: 3000 }, [main])).toMatchObject({
      width: 1920,
      height: 1015,
    });
    const { x: _, y: __, ...first } = place;
    expect(placeOn(first, [main])).toEqual({ ...place, x: 460, y: 183 });
  });

  it('does nothing where no display is known', () => {
    expect(placeOn(place, [])).toEqual(place);
  });
});
