import { describe, expect, it } from 'vitest';
import { readProjectJson } from './sourceFiles.ts';

interface Locked {
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
interface Manifest extends Locked {
  readonly devDependencies: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
}

const manifest = readProjectJson('package.json') as Manifest;
const { packages } = readProjectJson('package-lock.json') as { packages: Record<string, Locked> };

/** The names that a package may want and that the lock does not have, neither beside it nor further up. */
function missingOptional(locked: Record<string, Locked>): string[] {
  return Object.entries(locked).flatMap(([folder, { optionalDependencies = {} }]) => {
    const levels = [
      folder,
      ...folder.split('/node_modules/').map((_, at, parts) => parts.slice(0, at).join('/node_modules/')),
    ];
    const isThere = (name: string): boolean =>
      levels.some((level) => `${level === '' ? '' : `${level}/`}node_modules/${name}` in locked);
    return Object.keys(optionalDependencies)
      .filter((name) => !isThere(name))
      .map((name) => `${folder} wants ${name}`);
  });
}

describe('package-lock.json', () => {
  it('has an entry for every optional dependency, or npm ci would refuse it elsewhere', () => {
    const wanted = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(wanted.length).toBeGreaterThan(10);
    expect(missingOptional(packages)).toEqual([]);
  });

  it('would be found out if an entry were missing', () => {
    const planted = {
      '': {},
      'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-win': '1.0.0', 'a-mac': '1.0.0' } },
      'node_modules/a/node_modules/a-mac': {},
      'node_modules/a-linux': {},
    };
    expect(missingOptional(planted)).toEqual(['node_modules/a wants a-win']);
  });
});

describe('package.json', () => {
  it('names exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(10);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('lets only the script run that fetches Node', () => {
    expect(manifest.allowScripts).toEqual({
      node: true,
      'better-sqlite3': false,
      'electron-winstaller': false,
      esbuild: false,
    });
  });
});
