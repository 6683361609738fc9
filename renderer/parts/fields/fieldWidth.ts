/**
 * A width in pixels is that of the box to type in. Its label may be longer: it stays on one line, and the boxes of a row
 * stand side by side.
 */
export function fieldWidth(width: number | string | undefined) {
  return typeof width === 'number'
    ? { maw: '100%', styles: { wrapper: { inlineSize: width, maxInlineSize: '100%' } } }
    : { maw: '100%', w: width, styles: {} };
}
