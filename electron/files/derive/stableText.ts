// JSON text that is the same for the same figures, in the layout that the project's formatter leaves alone:
// objects open, short lists on one line, long lists of numbers filled line by line.

const lineWidth = 110;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The figures as the text of a JSON file, keys in the order given, with a newline at the end. */
export function stableText(figures: object): string {
  return `${written(figures as Json, '', 0)}\n`;
}

// `used`: characters that stand before the value on its line, the indentation included.
function written(value: Json, indent: string, used: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = `${indent}  `;
  if (!Array.isArray(value)) {
    const parts = Object.entries(value).map(([key, entry]) => {
      const name = `${inner}${JSON.stringify(key)}: `;
      return name + written(entry as Json, inner, name.length);
    });
    return parts.length === 0 ? '{}' : `{\n${parts.join(',\n')}\n${indent}}`;
  }
  const items = value.map((entry: Json) => written(entry, inner, inner.length));
  const flat = `[${items.join(', ')}]`;
  // The comma that may follow the list counts as well.
  if (!flat.includes('\n') && used + flat.length < lineWidth) return flat;
  const allNumbers = value.every((entry: Json) => typeof entry === 'number');
  return `[\n${(allNumbers ? filled(items, inner) : items.map((item) => inner + item)).join(',\n')}\n${indent}]`;
}

function filled(items: readonly string[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? indent + item : `${line}, ${item}`;
    if (line !== '' && longer.length >= lineWidth) {
      lines.push(line);
      line = indent + item;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines;
}
