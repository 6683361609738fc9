import type { ReactNode } from 'react';
import { type MarkdownBlock, markdownBlocks } from './markdownBlocks.ts';
import classes from './Pages.module.css';

/** A page as it is read and printed: headings, lists, tables, boxes to tick and lines to write on. */
export function MarkdownView({ markdown }: { markdown: string }) {
  return (
    <div className={classes.text}>
      {markdownBlocks(markdown).map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their position.
        <Block key={place} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: MarkdownBlock }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4';
      return <Heading dir="auto">{block.text}</Heading>;
    }
    case 'paragraph':
      return <p dir="auto">{block.text}</p>;
    case 'line':
      return <hr className={classes.line} />;
    case 'list':
      return (
        <ul className={block.isChoice ? classes.choice : undefined}>
          {block.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their position.
            <li key={place} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className={classes.tableFrame}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their position.
                  <th key={place} scope="col" dir="auto">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their position.
                <tr key={place}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their position.
                    <td key={column} dir="auto">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
