// What stands in the pictures of the organisation: the same boxes, arrows and words as on the screen, in the colours of paper.
import type { ShortEvaluation } from '../../../core/measures/shortEvaluation.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { type WayKind, wayKinds } from '../../../core/plan/ways.ts';
import { teamFigures } from '../../../core/report/teamFigures.ts';
import type { Texts } from '../../text/TextProvider.tsx';
import { curveBetween } from '../board/curve.ts';
import { type Arrow, arrowLooks } from './arrows.ts';
import type { ChartLayout } from './chart.ts';
import { chartText } from './chartText.ts';
import { type BoardLayout, type Box, boxKey, type Lane } from './layout.ts';
import { servesText } from './servesText.ts';
import type { Picture, PictureBox, PictureText } from './svgPicture.ts';

/** The light colours of the theme: a picture is for paper and slides. */
const colours: Readonly<Record<string, string>> = {
  '--line-strong': '#6c7385',
  '--chart-1': '#3a56c4',
  '--chart-2': '#b4530a',
  '--chart-3': '#0e766e',
  '--chart-4': '#8b3a86',
};
const ink = '#1f2433';
const pale = '#596072';
const line = '#8b91a1';
const ground = '#eef0f4';
const paper = '#ffffff';
const good = '#17723f';
const bad = '#b8232f';
const risk = '#8a5300';

const colourOf = (variable: string): string => colours[variable] ?? line;

export interface CanvasOfPlan {
  readonly plan: Plan;
  readonly evaluation: ShortEvaluation | null;
  readonly layout: BoardLayout;
  readonly arrows: readonly Arrow[];
  readonly hidden: ReadonlySet<WayKind>;
}

export function canvasPicture(texts: Texts, canvas: CanvasOfPlan): Picture {
  const { plan, evaluation, layout, hidden } = canvas;
  const { t, say, format, direction } = texts;
  const isRtl = direction === 'rtl';
  const arrows = canvas.arrows.filter(({ way }) => !hidden.has(way.kind));
  const boxes = new Map(layout.boxes.map((box) => [boxKey(box.kind, box.id), box]));
  return {
    title: t('structure.pictureTitle', { plan: say(plan.name), view: t('structure.title') }),
    isRtl,
    width: layout.width,
    height: layout.height,
    grounds: layout.lanes.map((lane) => laneBox(texts, plan, lane)),
    lines: arrows.flatMap(({ way, from, to, leave, enter, labelAt, perDay }) => {
      const [one, other] = [boxes.get(from), boxes.get(to)];
      if (one === undefined || other === undefined) return [];
      const { colour, dash } = arrowLooks[way.kind];
      const isTold = perDay !== null && labelAt !== null;
      return [
        {
          curve: curveBetween(one, other, leave, enter, isRtl),
          colour: colourOf(colour),
          dash,
          label: isTold ? format.number(perDay, { decimals: perDay < 10 ? 1 : 0, trim: true }) : null,
          labelAt: labelAt ?? 0.5,
        },
      ];
    }),
    boxes: layout.boxes.map((box) => canvasBox(texts, plan, evaluation, box)),
    legend: wayKinds
      .filter((kind) => arrows.some(({ way }) => way.kind === kind))
      .map((kind) => ({
        colour: colourOf(arrowLooks[kind].colour),
        dash: arrowLooks[kind].dash,
        name: t(`structure.way.${kind}`),
      })),
  };
}

function laneBox({ t, say }: Texts, plan: Plan, lane: Lane): PictureBox {
  const isTier = lane.kind === 'tier';
  const name = isTier
    ? say(plan.tiers.find(({ id }) => id === lane.id)?.name)
    : t.dynamic('structure.lane', plan.tiers.length === 0 && lane.kind === 'outside' ? 'teams' : lane.kind);
  return {
    ...lane,
    fill: isTier ? ground : paper,
    stroke: isTier ? ground : '#d6d9e0',
    ...(isTier ? {} : { dash: '4 4' }),
    radius: 14,
    texts: [{ text: name, y: 30, size: 14, isStrong: true, colour: isTier ? ink : pale }],
  };
}

function canvasBox(texts: Texts, plan: Plan, evaluation: ShortEvaluation | null, box: Box): PictureBox {
  const { say } = texts;
  const team = box.kind === 'team' ? plan.teams.find(({ id }) => id === box.id) : undefined;
  if (team === undefined) {
    const list =
      box.kind === 'channel' ? 'channels' : box.kind === 'issueType' ? 'issueTypes' : 'departments';
    const name = say(plan[list].find(({ id }) => id === box.id)?.name) || box.id;
    return {
      ...box,
      fill: paper,
      stroke: line,
      ...(box.kind === 'issueType' ? { dash: '4 3' } : {}),
      radius: box.kind === 'issueType' ? box.height / 2 : 10,
      texts: [{ text: name, y: box.height / 2 + 5, size: 13, colour: ink }],
    };
  }
  const figures = teamFigures(plan, team, evaluation);
  return {
    ...box,
    fill: paper,
    stroke: figures.isOverloaded ? bad : line,
    radius: 10,
    texts: [
      { text: say(team.name) || team.id, y: 28, size: 15, isStrong: true, colour: ink },
      { text: servesText(texts, plan, team), y: 52, size: 12, colour: pale },
      ...figureTexts(texts, figures),
    ],
  };
}

function figureTexts({ t, format }: Texts, figures: ReturnType<typeof teamFigures>): PictureText[] {
  const { people, load, isOverloaded, keeps, costPerMonth } = figures;
  const named = (name: string, value: string): string => t('structure.named', { name, value });
  return [
    {
      text: named(t('structure.card.people'), format.integer(people)),
      y: 84,
      size: 13,
      colour: ink,
      share: 0.5,
    },
    ...(load === null
      ? []
      : [
          {
            text: named(t('structure.card.load'), format.percent(load, 0)),
            y: 84,
            size: 13,
            colour: isOverloaded ? bad : ink,
            atEnd: true,
            share: 0.5,
          },
        ]),
    ...(keeps === null
      ? []
      : [
          {
            text: t(keeps ? 'report.verdict.kept' : 'report.verdict.missed'),
            y: 114,
            size: 13,
            isStrong: true,
            colour: keeps ? good : bad,
            share: 0.34,
          },
        ]),
    ...(costPerMonth === null || costPerMonth <= 0
      ? []
      : [{ text: format.money(costPerMonth), y: 114, size: 12, colour: pale, atEnd: true, share: 0.66 }]),
  ];
}

export function chartPicture(texts: Texts, plan: Plan, layout: ChartLayout): Picture {
  const { t, say, direction } = texts;
  const isRtl = direction === 'rtl';
  const boxes = new Map(layout.boxes.map((box) => [box.id, box]));
  return {
    title: t('structure.pictureTitle', { plan: say(plan.name), view: t('structure.views.chart') }),
    isRtl,
    width: layout.width,
    height: layout.height,
    grounds: [],
    lines: layout.lines.flatMap(({ from, to }) => {
      const [one, other] = [boxes.get(from), boxes.get(to)];
      if (one === undefined || other === undefined) return [];
      const curve = curveBetween(one, other, 0.5, 0.5, isRtl);
      return [{ curve, colour: line, dash: '', label: null, labelAt: 0.5 }];
    }),
    boxes: layout.boxes.flatMap((box) => {
      const team = plan.teams.find(({ id }) => id === box.id);
      if (team === undefined) return [];
      const { people, lead, spans, isOver } = chartText(texts, plan, team);
      return [
        {
          ...box,
          fill: paper,
          stroke: line,
          radius: 10,
          texts: [
            { text: say(team.name) || team.id, y: 28, size: 15, isStrong: true, colour: ink },
            { text: people, y: 56, size: 13, colour: ink },
            { text: lead ?? t('structure.ledByNobody'), y: 82, size: 12, colour: pale },
            { text: spans ?? '', y: 106, size: 12, colour: isOver ? risk : pale },
          ],
        },
      ];
    }),
    legend: [],
  };
}
