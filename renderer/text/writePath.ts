/** `channels[0].hours`, as one writes it in the file. */
export function writePath(path: readonly (string | number)[]): string {
  return path
    .map((step, place) => (typeof step === 'number' ? `[${step}]` : place === 0 ? step : `.${step}`))
    .join('');
}
