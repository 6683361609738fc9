import { describe, expect, it } from 'vitest';
import { menuCommands, type Wish } from '../../core/contract/shellMethods.ts';
import { menuTemplate, nothingShown } from '../../electron/desktop/menu.ts';
import { languages } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const cases = languages.flatMap((language) => platforms.map((platform) => [language, platform] as const));

describe.each(cases)('menuTemplate in %s on %s', (language, platform) => {
  const wishes: Wish[] = [];
  const parts = {
    t: createTranslator(language, { missing: 'throw' }).t,
    language,
    platform,
    wish: (wish: Wish) => void wishes.push(wish),
  };
  const recent = [{ plan: 'p1', name: { fa: 'میز & شب', ar: 'مكتب', en: 'Night' } }];
  const menus = menuTemplate({ ...parts, shown: { plan: 'p1', undo: true, redo: false, recent } });
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

  it('asks the page for each of its commands, and for a recent plan', () => {
    wishes.length = 0;
    for (const item of items) (item.click as (() => void) | undefined)?.();
    const asked = wishes.flatMap((wish) => (wish.kind === 'command' ? wish.command : []));
    expect(asked.sort()).toEqual([...menuCommands].sort());
    const recentMenu = items.find(({ id }) => id === 'recent')?.submenu ?? [];
    const [first] = recentMenu as { label: string; click: () => void }[];
    first?.click();
    expect(wishes.at(-1)).toEqual({ kind: 'plan', plan: 'p1' });
    if (language === 'fa') expect(first?.label).toBe('میز && شب');
  });

  it('offers what is about a plan only while one is shown', () => {
    const none = menuTemplate({ ...parts, shown: nothingShown }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const disabled = none.filter(({ enabled }) => enabled === false).map(({ id }) => id);
    expect(disabled).toEqual(['library', 'recent', 'rename', 'export', 'exportBundle']);
    expect(items.filter(({ enabled }) => enabled === false)).toEqual([]);
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
