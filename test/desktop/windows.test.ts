import { describe, expect, it } from 'vitest';
import { codeFilesBelow, readProjectFile } from '../rules/sourceFiles.ts';

const files = codeFilesBelow(['electron']);
const using = (pattern: RegExp): readonly string[] =>
  files.filter((path) => pattern.test(readProjectFile(path)));

describe('the sources of the desktop application', () => {
  it('R1: make a window in one place only', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(using(/new (?:BrowserWindow|WebContentsView|BaseWindow|BrowserView)\b/)).toEqual([
      'electron/desktop/mainWindow.ts',
    ]);
  });

  it('R4: hand no address to the system', () => {
    expect(using(/\bopenExternal\b/).filter((path) => !path.endsWith('restrictions.ts'))).toEqual([]);
  });
});
