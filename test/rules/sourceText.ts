// Splits a source text into code and literals, so that a rule does not trip over a word in a comment or a string.

export interface Literal {
  /** Where the opening quote stands. */
  readonly at: number;
  /** The text between the quotes, or between a template's quote and its first or next `${`. */
  readonly text: string;
  /** Whether a `${` precedes or follows: then the text is only a part. */
  readonly isPart: boolean;
}

export interface SourceText {
  /** As long as the source: comments and the insides of literals are blanks, line ends are kept. */
  readonly code: string;
  readonly literals: readonly Literal[];
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Where a slash cannot be a division: after an operator, an opening bracket or a word like `return`. */
const beforeRegex = /(^|[=(,:;!&|?{}[+\-*%<>~^]|\b(return|typeof|case|in|of|else|do|void|await|yield))\s*$/;

export function splitSource(source: string): SourceText {
  const literals: Literal[] = [];
  /** For each open template, how many braces are open inside its current `${`. */
  const templates: number[] = [];
  let code = '';
  let at = 0;

  const takeTemplate = (start: number): void => {
    let end = start + 1;
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1;
    const opens = source.startsWith('${', end);
    const text = source.slice(start + 1, end);
    literals.push({ at: start, text, isPart: opens || source[start] === '}' });
    code += source[start] + blank(text) + (opens ? '${' : (source[end] ?? ''));
    at = end + (opens ? 2 : 1);
    if (opens) templates.push(0);
  };

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };

  while (at < source.length) {
    const character = source[at] ?? '';
    const depth = templates.at(-1);
    const comment = character === '/' ? take(/\/\/[^\n]*|\/\*[\s\S]*?\*\//y) : undefined;
    const quoted = /['"]/.test(character) ? take(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y) : undefined;
    const regex =
      character === '/' && beforeRegex.test(code.slice(-40))
        ? take(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/\w*/y)
        : undefined;
    if (comment !== undefined) {
      code += blank(comment);
      at += comment.length;
    } else if (quoted !== undefined) {
      literals.push({ at, text: quoted.slice(1, -1), isPart: false });
      code += character + blank(quoted.slice(1, -1)) + character;
      at += quoted.length;
    } else if (regex !== undefined) {
      code += blank(regex);
      at += regex.length;
    } else if (character === '`') {
      takeTemplate(at);
    } else if (character === '}' && depth === 0) {
      templates.pop();
      takeTemplate(at);
    } else {
      if (depth !== undefined && (character === '{' || character === '}'))
        templates[templates.length - 1] = depth + (character === '{' ? 1 : -1);
      code += character;
      at += 1;
    }
  }
  return { code, literals };
}
