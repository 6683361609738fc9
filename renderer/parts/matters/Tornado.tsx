import type {
  PromiseSensitivity,
  SensitivityResult,
  SensitivityRow,
} from '../../../core/measures/sensitivity.ts';
import type { Plan } from '../../../core/plan/schema/plan.ts';
import { inputText } from '../../text/inputText.ts';
import { useText } from '../../text/TextProvider.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import classes from './matters.module.css';

interface TornadoProps {
  readonly result: SensitivityResult;
  readonly of: PromiseSensitivity;
  readonly plan: Plan;
}

const mostBars = 12;
/** Less than this share of a point is no effect that a person would care for. */
const noEffect = 5e-5;

/** Nor is a bar that is a hundredth of the longest. */
const tooShort = 0.01;

/** The rows that have a bar worth drawing, the longest first. */
export function barsOf({ rows, tornado }: PromiseSensitivity): readonly SensitivityRow[] {
  const bars = tornado.map((place) => rows[place] as SensitivityRow);
  const longest = bars[0]?.swing ?? 0;
  return bars
    .filter(({ swing }) => (swing ?? 0) >= Math.max(noEffect, tooShort * longest))
    .slice(0, mostBars);
}

/** The stretch of levels that the bars need, with a little room; never beyond what a share can be. */
export function stretchOf(of: PromiseSensitivity): { readonly from: number; readonly to: number } {
  const ends = barsOf(of).flatMap(({ levelAtLow, levelAtHigh }) => [levelAtLow ?? 0, levelAtHigh ?? 0]);
  const all = [...ends, of.level ?? 0, of.shareToAttain];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(0.01, (most - least) * 0.05);
  return {
    from: Math.max(0, Math.floor((least - room) * 100) / 100),
    to: Math.min(1, Math.ceil((most + room) * 100) / 100),
  };
}

/** Bars from the level as planned to the levels at both ends of what is believed of each figure; time and shares run with the text. */
export function Tornado({ result, of, plan }: TornadoProps) {
  const texts = useText();
  const { t, format } = texts;
  const { from, to } = stretchOf(of);
  const at = (level: number): string => `${(100 * (level - from)) / (to - from)}%`;
  const between = (one: number, other: number) => ({
    insetInlineStart: at(Math.min(one, other)),
    inlineSize: `calc(${at(Math.max(one, other))} - ${at(Math.min(one, other))})`,
  });
  const base = of.level ?? 0;
  const marks = Array.from({ length: 5 }, (_, i) => from + ((to - from) * i) / 4);
  const decimals = to - from < 0.08 ? 1 : 0;
  return (
    <div className={classes.stack}>
      <div className={classes.tornado} data-tornado={of.promise}>
        {barsOf(of).map((row) => {
          const input = result.inputs[row.input];
          if (input === undefined) return null;
          return [
            <div key={`${input.key} name`} className={classes.name}>
              <PlaceLink path={input.path} words={inputText(texts, input, plan)} />
            </div>,
            <div key={input.key} className={classes.track} aria-hidden="true">
              <span className={classes.reach} data-end="low" style={between(base, row.levelAtLow ?? base)} />
              <span
                className={classes.reach}
                data-end="high"
                style={between(base, row.levelAtHigh ?? base)}
              />
              <span className={classes.mark} data-mark="now" style={{ insetInlineStart: at(base) }} />
              <span
                className={classes.mark}
                data-mark="asked"
                style={{ insetInlineStart: at(of.shareToAttain) }}
              />
            </div>,
          ];
        })}
        <span />
        <div className={classes.axis} aria-hidden="true">
          {marks.map((mark, i) => (
            <span
              key={mark}
              style={
                i === marks.length - 1 ? { insetInlineEnd: 0 } : { insetInlineStart: i === 0 ? 0 : at(mark) }
              }
            >
              {format.percent(mark, decimals)}
            </span>
          ))}
        </div>
      </div>
      <div className={classes.legend}>
        <span>
          <span className={classes.swatch} data-of="low" />
          {t('matters.tornado.low')}
        </span>
        <span>
          <span className={classes.swatch} data-of="high" />
          {t('matters.tornado.high')}
        </span>
        <span>
          <span className={classes.swatch} data-of="now" />
          {t('matters.tornado.now')} {format.percent(base, 1)}
        </span>
        <span>
          <span className={classes.swatch} data-of="asked" />
          {t('matters.tornado.asked')} {format.percent(of.shareToAttain, 0)}
        </span>
        {from > 0 && <span>{t('matters.tornado.axis', { from: format.percent(from, 0) })}</span>}
      </div>
    </div>
  );
}
