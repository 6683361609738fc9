// Where boxes and arrows stand, and the pictures that are made of them, without a browser.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../core/evaluate/index.ts';
import { parsePlan } from '../../core/plan/parsePlan.ts';
import type { Plan } from '../../core/plan/schema/plan.ts';
import { waysOf } from '../../core/plan/ways.ts';
import { spanOf } from '../../core/report/spans.ts';
import { openSample } from '../../core/samples/index.ts';
import { createFormat } from '../../locales/format/format.ts';
import { defaultSettings } from '../../locales/settings.ts';
import { createTranslator } from '../../locales/translator.ts';
import { fittingText, textWidth } from '../../renderer/parts/pictures/svgText.ts';
import { arrowsOf } from '../../renderer/parts/structure/arrows.ts';
import { chartLayout } from '../../renderer/parts/structure/chart.ts';
import { boardLayout } from '../../renderer/parts/structure/layout.ts';
import { canvasPicture, chartPicture } from '../../renderer/parts/structure/pictures.ts';
import { svgPicture } from '../../renderer/parts/structure/svgPicture.ts';
import { localText } from '../../renderer/text/localText.ts';
import { compiledPlan } from '../support/compiledPlan.ts';

const { plan } = parsePlan(openSample('computer-company') ?? '') as { plan: Plan };
const evaluation = evaluate(compiledPlan(plan));

function textsIn(language: 'fa' | 'ar' | 'en') {
  const translator = createTranslator(language);
  const settings = defaultSettings(language);
  return {
    t: translator.t,
    format: createFormat(settings),
    language,
    direction: language === 'en' ? ('ltr' as const) : ('rtl' as const),
    say: (text: Plan['name'] | undefined) => localText(text, language),
  };
}

describe('the layout of the canvas', () => {
  it('puts the first tier at the start side, in both directions', () => {
    const x = (direction: 'ltr' | 'rtl') =>
      ['tier-1', 'tier-2', 'tier-3'].map(
        (id) => boardLayout(plan, direction).lanes.find((lane) => lane.id === id)?.x ?? 0,
      );
    const [one = 0, two = 0, three = 0] = x('ltr');
    expect(one < two && two < three).toBe(true);
    const [first = 0, second = 0, third = 0] = x('rtl');
    expect(first > second && second > third).toBe(true);
  });

  it('lets no two boxes overlap, and every arrow has its ends', () => {
    const layout = boardLayout(plan, 'rtl');
    for (const [i, a] of layout.boxes.entries())
      for (const b of layout.boxes.slice(i + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    const arrows = arrowsOf(waysOf(plan), layout, evaluation, 'rtl');
    expect(arrows).toHaveLength(waysOf(plan).length);
    expect(arrows.filter(({ perDay }) => perDay === null)).toEqual([]);
  });
});

describe('spans', () => {
  it('are the people of all teams that a group leads, over the leads', () => {
    const team = plan.teams.find(({ id }) => id === 'hardware');
    expect(team && spanOf(plan, team)).toMatchObject({ peoplePerLead: 6, most: 12, isOver: false });
  });
});

describe.each(['fa', 'ar', 'en'] as const)('pictures in %s', (language) => {
  const texts = textsIn(language);
  const layout = boardLayout(plan, texts.direction);
  const arrows = arrowsOf(waysOf(plan), layout, evaluation, texts.direction);
  const canvas = canvasPicture(texts, { plan, evaluation, layout, arrows, hidden: new Set() });
  const chart = chartPicture(texts, plan, chartLayout(plan, texts.direction));

  it.each([
    ['canvas', canvas],
    ['chart', chart],
  ] as const)('hold every team, every arrow and the type: %s', (_, picture) => {
    const svg = svgPicture(picture, [{ base64: 'AAAA', range: 'U+0600-06FF' }]);
    expect(svg).toContain("url(data:font/woff2;base64,AAAA) format('woff2')");
    expect(svg).toContain(`direction="${texts.direction}"`);
    expect(svg).not.toMatch(/NaN|undefined|\[structure/);
    for (const team of plan.teams) expect(svg).toContain(fittingText(texts.say(team.name), 208, 15));
    expect(svg.match(/<path [^>]*stroke-width="1.5"/g)).toHaveLength(picture.lines.length);
    expect(picture.lines.length).toBeGreaterThan(5);
  });

  it('let no text leave its box', () => {
    for (const box of [...canvas.boxes, ...chart.boxes])
      for (const { text, size, share = 1 } of box.texts) {
        const room = (box.width - 24) * share;
        expect(textWidth(fittingText(text, room, size), size)).toBeLessThanOrEqual(room);
      }
  });
});

describe('svgPicture', () => {
  it('keeps markup in names as words', () => {
    const named = { ...plan, name: { en: '<script>&"' } };
    const picture = chartPicture(textsIn('en'), named, chartLayout(named, 'ltr'));
    expect(svgPicture(picture, [])).toContain('&lt;script&gt;&amp;&quot;');
  });
});
