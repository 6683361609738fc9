// A written page in the language of the window, as Markdown: what is shown, edited, printed and given away is one text.
import type { PageBlock, PageSentence, PageValue, WrittenPage } from '../../core/report/pages/page.ts';
import { stripBidiControls } from '../../locales/format/bidi.ts';
import { shareText } from './estimateText.ts';
import { languageName } from './languageName.ts';
import type { Texts } from './TextProvider.tsx';

export function pageMarkdown(texts: Texts, page: WrittenPage): string {
  const parts = [`# ${line(texts, page.title)}`, ...page.blocks.map((block) => blockText(texts, block))];
  return `${stripBidiControls(parts.join('\n\n'))}\n`;
}

function blockText(texts: Texts, block: PageBlock): string {
  const { format, t } = texts;
  switch (block.kind) {
    case 'heading':
      return `## ${line(texts, block.say)}`;
    case 'paragraph':
      return line(texts, block.say);
    case 'list':
      return block.items.map((item) => `- ${line(texts, item)}`).join('\n');
    case 'choice':
      return block.items.map((item) => `- [ ] ${line(texts, item)}`).join('\n');
    case 'scale': {
      const numbers = Array.from({ length: block.to - block.from + 1 }, (_, i) => block.from + i);
      const ends = [block.low, ...numbers.slice(2).map(() => null), block.high];
      return numbers
        .map((number, i) => {
          const end = ends[i] ?? null;
          const written = format.integer(number);
          return end === null
            ? written
            : t('pages.say.scaleEnd', { number: written, meaning: line(texts, end) });
        })
        .join(' · ');
    }
    case 'lines':
      return Array.from({ length: block.count }, () => '____').join('\n\n');
    case 'table': {
      const row = (cells: readonly PageSentence[]): string =>
        `| ${cells.map((cell) => line(texts, cell).replaceAll('|', '\\|')).join(' | ')} |`;
      return [row(block.head), `|${block.head.map(() => ' --- |').join('')}`, ...block.rows.map(row)].join(
        '\n',
      );
    }
  }
}

/** A sentence on one line, whatever the plan's words hold. */
function line(texts: Texts, { key, values }: PageSentence): string {
  const params = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueText(texts, value)]),
  );
  return texts.t.dynamic('pages.say', key, params).replace(/\s*\n\s*/g, ' ');
}

function valueText({ t, say, format, language }: Texts, value: PageValue): string {
  switch (value.kind) {
    case 'text':
      return say(value.text);
    case 'texts':
      return value.texts.length === 0 ? t('pages.say.all') : format.list(value.texts.map(say));
    case 'languages':
      return format.list(value.codes.map((code) => languageName(language, code)));
    case 'duty':
      return (value.name === null ? '' : say(value.name)) || t(`duties.kind.${value.dutyKind}`);
    case 'word':
      return t.dynamic(value.branch, value.word);
    case 'share':
      return shareText(format, value.value);
    case 'seconds':
      return format.duration(value.value);
    case 'hours':
      return format.unit(Math.round(value.value * 10) / 10, 'hours');
    case 'number':
      return format.number(value.value, { decimals: 1, trim: true });
  }
}

/** The same without the signs of Markdown. */
export const plainPage = (markdown: string): string =>
  markdown
    .split('\n')
    .filter((one) => !/^\|(?: --- \|)+$/.test(one))
    .map((one) =>
      one
        .replace(/^#+ /, '')
        .replace(/^- \[ \] /, '☐ ')
        .replace(/^\| (.*) \|$/, '$1')
        .replaceAll('\\|', '|'),
    )
    .join('\n');
