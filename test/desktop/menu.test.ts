import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../electron/desktop/menu.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const cases = languages.flatMap((language) => platforms.map((platform) => [language, platform] as const));

describe.each(cases)('menuTemplate in %s on %s', (language, platform) => {
  const menus = menuTemplate(createTranslator(language, { missing: 'throw' }).t, platform);
  const items = menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

  it('has a label of ours on everything that is not a line', () => {
    expect(items.length).toBeGreaterThan(10);
    for (const item of [...menus, ...items]) {
      if (item.type !== 'separator') expect(item.label).toMatch(/\S/);
    }
  });

  it('has a way to end the program, and each role once', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(roles).toContain('quit');
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).not.toContain('toggleDevTools');
  });

  it('says different things in different items', () => {
    const labels = menus.flatMap(({ label, submenu }) =>
      (Array.isArray(submenu) ? submenu : []).flatMap((item) =>
        item.label ? [`${label}: ${item.label}`] : [],
      ),
    );
    expect(new Set(labels).size).toBe(labels.length);
  });
});
