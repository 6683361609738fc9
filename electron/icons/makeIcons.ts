// Draws the icons from their SVG with Chromium, for every system: `node electron/icons/makeIcons.ts`, after a change of an SVG.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { icnsKinds, icnsOf, icoOf, type Picture } from './containers.ts';

const folder = import.meta.dirname;
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];
const sizes = [...new Set([...icoSizes, ...linuxSizes, ...icnsKinds.map(([, size]) => size)])];

const executablePath = process.env.SAFF_CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
// Files of the ending .saff take the icon that is called like it.
for (const [drawing, name] of [
  ['app', 'app'],
  ['document', 'saff'],
]) {
  const svg = readFileSync(join(folder, `${drawing}.svg`), 'utf8');
  const pictures: Picture[] = [];
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    await page.close();
  }
  const of = (wanted: readonly number[]): Picture[] => pictures.filter(({ size }) => wanted.includes(size));
  writeFileSync(join(folder, `${name}.ico`), icoOf(of(icoSizes)));
  writeFileSync(join(folder, `${name}.icns`), icnsOf(pictures));
  if (name !== 'app') continue;
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const { size, png } of of(linuxSizes))
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
}
await browser.close();
