import { describe, expect, it } from 'vitest';
import { filesAmong, readOpened } from '../../electron/desktop/openedFiles.ts';

describe.skipIf(process.platform === 'win32')('filesAmong', () => {
  it('finds plan files by their ending, in the folder of the one who asked', () => {
    expect(filesAmong(['a.saff', '/x/b.JSON', '../c.Saff', 'd.txt', '.'], '/home/me')).toEqual([
      '/home/me/a.saff',
      '/x/b.JSON',
      '/home/c.Saff',
    ]);
  });

  it('takes addresses of files, and no others', () => {
    const words = [
      'file:///x/%D8%B7%D8%B1%D8%AD.saff',
      'file://host/x.saff',
      'https://x.test/a.saff',
      'file:%zz.saff',
    ];
    expect(filesAmong(words, '/')[0]).toBe('/x/طرح.saff');
    expect(filesAmong(words, '/')).not.toContain('/x.saff');
  });

  it('takes neither options nor their values', () => {
    const words = ['--lang', 'fa.saff', '--lang=fa.saff', '-x.saff', '--original-process-start-time=1.saff'];
    expect(filesAmong(words, '/')).toEqual([]);
  });
});

describe('readOpened', () => {
  it('says why there is no text', async () => {
    expect(await readOpened('/absent/plan.saff')).toMatchObject({
      kind: 'failure',
      failure: { code: 'fileUnreadable', params: { name: 'plan.saff' } },
    });
  });
});
