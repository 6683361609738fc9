// Draws of one law for many arrivals of a class, four at a time: as `draw` of lean/kernel/draws.ts, to the last bit.
import { drawFour, tablesFor } from '../../lean/kernel/drawBlock.ts';
import { draw } from '../../lean/kernel/draws.ts';

/** So many arrivals of a class are made at a time. */
export const rowsAtOnce: usize = 64;

/**
 * Draws for ordinals, given by what each is more than `first`, by the key at a place; `step` bytes from one draw to the next. Behind the
 * last there must be room for three draws more, and three numbers.
 */
/* rare */ export function drawListed(
  into: usize,
  step: usize,
  list: usize,
  count: i32,
  law: i32,
  table: i32,
  scale: f64,
  key: usize,
  first: i32,
): void {
  const k0 = load<i32>(key);
  const k1 = load<i32>(key, 4);
  if (table >= 0) {
    const scales = f64x2.splat(scale);
    const keys = i32x4.splat(k0);
    const otherKeys = i32x4.splat(k1);
    const tables = tablesFor(table);
    const firsts = i32x4.splat(first);
    let near = i32x4.splat(0);
    let at = into;
    const end = list + ((<usize>count) << 2);
    for (let from = list; from < end; from += 16) {
      const ordinals = i32x4.add(v128.load(from), firsts);
      near = v128.or(near, drawFour(at, step, ordinals, keys, otherKeys, tables, scales));
      at += step << 2;
    }
    if (!v128.any_true(near)) return;
  }
  // A table has nothing for uniforms too near to an end of (0, 1).
  for (let i: usize = 0; i < <usize>count; i += 1)
    store<f64>(into + i * step, draw(law, table, scale, k0, k1, first + load<i32>(list + (i << 2))));
}
