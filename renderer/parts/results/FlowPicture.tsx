import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { useText } from '../../text/TextProvider.tsx';
import { fittingText } from '../pictures/svgText.ts';
import { bandPath, type FlowBand, type FlowNode, flowLayout, nodeWidth } from './flowLayout.ts';
import classes from './Results.module.css';

interface FlowPictureProps {
  readonly label: string;
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
  readonly colours: Readonly<Record<string, string>>;
  /** What a node says below its name. */
  readonly figure: (value: number) => string;
}

/** Room for the names of the last layer. */
const endSpace = 150;

/** Flows as bands between nodes, running with the text. */
export function FlowPicture({ label, nodes, bands, colours, figure }: FlowPictureProps) {
  const { direction } = useText();
  const { ref, width } = useElementSize();
  const isRtl = direction === 'rtl';
  const room = Math.max(480, width);
  const layout = useMemo(() => flowLayout(nodes, bands, room - endSpace), [nodes, bands, room]);
  const turn = (x: number): number => (isRtl ? room - x : x);
  const layers = new Set(layout.nodes.map(({ layer }) => layer)).size;
  const space = (room - endSpace) / Math.max(1, layers - 1) - nodeWidth - 16;
  return (
    <div ref={ref} className={classes.flowFrame}>
      {width > 0 && (
        // Laid out from left to right; words have the direction of the text.
        <div dir="ltr">
          <svg width={room} height={layout.height} role="img" aria-label={label} className={classes.flow}>
            {layout.bands.map((band) => (
              <path
                key={`${band.kind} ${band.from} ${band.to}`}
                d={bandPath(band, turn)}
                stroke={`var(${colours[band.kind] ?? '--line-strong'})`}
                strokeWidth={Math.max(1, band.thickness)}
                className={classes.band}
              />
            ))}
            {layout.nodes.map((node) => (
              <g key={node.key}>
                <rect
                  x={turn(node.x) - (isRtl ? nodeWidth : 0)}
                  y={node.y}
                  width={nodeWidth}
                  height={Math.max(2, node.height)}
                  rx={3}
                  className={classes.node}
                />
                {[
                  {
                    text: fittingText(node.label, Math.min(space, endSpace - nodeWidth - 8), 12),
                    dy: -2,
                    isName: true,
                  },
                  { text: figure(node.value), dy: 12, isName: false },
                ].map(({ text, dy, isName }) => (
                  <text
                    key={dy}
                    x={turn(node.x + nodeWidth + 6)}
                    y={node.y + node.height / 2 + dy}
                    direction={direction}
                    textAnchor="start"
                    className={classes.nodeText}
                    data-name={isName}
                  >
                    {text}
                  </text>
                ))}
              </g>
            ))}
          </svg>
        </div>
      )}
    </div>
  );
}
