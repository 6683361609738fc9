// The one door to the library that draws and drags boxes and arrows. It knows nothing of plans: boxes, arrows, and what is
// done with them.
import '@xyflow/react/dist/base.css';
import {
  type EdgeTypes,
  type FinalConnectionState,
  type Node,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  useStoreApi,
} from '@xyflow/react';
import {
  type FocusEvent,
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Direction } from '../../../locales/settings.ts';
import { useText } from '../../text/TextProvider.tsx';
import { type ArrowEdge, ArrowLine, DrawnLine } from './ArrowLine.tsx';
import { Beyond } from './Beyond.tsx';
import classes from './Board.module.css';
import { BoxFrame, type BoxNode, corner, LaneFrame, type LaneNode } from './BoxFrame.tsx';
import { margin, viewShowing } from './beyond.ts';
import type { Point, Rectangle } from './curve.ts';

export interface BoardBox extends Rectangle {
  readonly id: string;
  readonly content: ReactNode;
  readonly canMove: boolean;
  /** An arrow can be drawn from here. */
  readonly canDraw: boolean;
}
export interface BoardLane extends Rectangle {
  readonly id: string;
  readonly content: ReactNode;
}
export interface BoardArrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly leave: number;
  readonly enter: number;
  readonly colour: string;
  readonly dash: string;
  readonly label: string | null;
  readonly labelAt: number;
  /** What it says to who does not see it. */
  readonly title: string;
  readonly tone: 'plain' | 'chosen' | 'faint';
}

export interface BoardProps {
  readonly label: string;
  readonly boxes: readonly BoardBox[];
  readonly lanes: readonly BoardLane[];
  readonly arrows: readonly BoardArrow[];
  readonly width: number;
  readonly height: number;
  /** A box was let go, and where the pointer was. */
  readonly onDrop?: (box: string, at: Point) => void;
  /** While a box is held. */
  readonly onHold?: (box: string | null, at: Point | null) => void;
  readonly onDraw?: (from: string, to: string) => void;
  readonly onChooseArrow?: (arrow: string) => void;
  readonly onChooseNothing?: () => void;
  readonly controls: (steps: BoardSteps) => ReactNode;
}
/** What the buttons of the board do. */
export interface BoardSteps {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showAll: () => void;
}

const nodeTypes: NodeTypes = { box: BoxFrame, lane: LaneFrame };
const edgeTypes: EdgeTypes = { arrow: ArrowLine };
const leastZoom = 0.1;
/** Smaller than this, boxes say only what matters most, in larger letters. */
const readableZoom = 0.72;
/** So small is what does not fit drawn at first, and no smaller: the rest is announced at the edges. */
const overviewZoom = 0.45;

const noDescriptions = { 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' };

export function Board(props: BoardProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

type AnyNode = BoxNode | LaneNode;

function Canvas(props: BoardProps) {
  const { label, boxes, lanes, arrows, onDrop, onHold, onDraw, onChooseArrow, onChooseNothing } = props;
  const { direction } = useText();
  const { screenToFlowPosition, getViewport, setViewport } = useReactFlow();
  const { getState } = useStoreApi();
  const isFar = useStore(({ transform: [, , zoom] }) => zoom < readableZoom - 0.01);
  const [held, setHeld] = useState<{ readonly id: string; readonly at: Point } | null>(null);
  // Apart: while a box is held the lanes change, and the other boxes need not be looked at again.
  const grounds = useMemo(() => lanes.map(laneNode), [lanes]);
  const resting = useMemo(() => boxes.map((box) => boxNode(box, direction)), [boxes, direction]);
  const nodes = useMemo<AnyNode[]>(
    () => [
      ...grounds,
      ...resting.map((node) => (node.id === held?.id ? { ...node, position: held.at, zIndex: 10 } : node)),
    ],
    [grounds, resting, held],
  );
  const edges = useMemo(() => {
    const byId = new Map(boxes.map((box) => [box.id, box]));
    return arrows.map((arrow) => edgeOf(arrow, byId, direction === 'rtl'));
  }, [arrows, boxes, direction]);

  const move = (changes: NodeChange<AnyNode>[]): void => {
    for (const change of changes)
      if (change.type === 'position' && change.dragging === true && change.position !== undefined)
        setHeld({ id: change.id, at: change.position });
  };
  const pointer = (event: ReactMouseEvent | MouseEvent | TouchEvent): Point | null => {
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    return point === undefined ? null : screenToFlowPosition({ x: point.clientX, y: point.clientY });
  };
  const finish = (event: MouseEvent | TouchEvent, { fromNode }: FinalConnectionState): void => {
    const point = 'changedTouches' in event ? event.changedTouches[0] : event;
    if (fromNode === null || point === undefined) return;
    const over = document.elementFromPoint(point.clientX, point.clientY)?.closest('[data-box]');
    const to = over?.getAttribute('data-box');
    if (to != null && to !== fromNode.id) onDraw?.(fromNode.id, to);
  };

  /** The keyboard can come to a box outside of the frame. */
  const reveal = ({ target }: FocusEvent): void => {
    const key = target.matches(':focus-visible') && target.closest('[data-box]')?.getAttribute('data-box');
    const box = boxes.find(({ id }) => id === key);
    if (box !== undefined) void setViewport(viewShowing(box, getViewport(), getState()));
  };

  return (
    // The canvas is laid out from left to right; its boxes have the direction of the text.
    <section
      className={classes.board}
      dir="ltr"
      aria-label={label}
      data-board
      data-moving={held !== null || undefined}
      data-far={isFar || undefined}
      onFocus={reveal}
    >
      <ReactFlow<AnyNode, ArrowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={move}
        onNodeDrag={(event, node) => onHold?.(node.id, pointer(event))}
        onNodeDragStop={(event, node) => {
          const at = pointer(event);
          setHeld(null);
          onHold?.(null, null);
          if (at !== null) onDrop?.(node.id, at);
        }}
        onConnectEnd={finish}
        onEdgeClick={(_, edge) => onChooseArrow?.(edge.id)}
        onPaneClick={() => onChooseNothing?.()}
        connectionLineComponent={DrawnLine}
        minZoom={leastZoom}
        maxZoom={2}
        nodeDragThreshold={4}
        elementsSelectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        // What the library would say of keys, in English, does not hold here: the boxes say it themselves.
        ariaLabelConfig={noDescriptions}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomActivationKeyCode="Control"
        panActivationKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <View {...props} />
      </ReactFlow>
    </section>
  );
}

/** Shows all of the board at first, or its start where that would be too small. */
function View({ boxes, width, height, controls }: BoardProps) {
  const { setViewport, zoomIn, zoomOut, fitBounds } = useReactFlow();
  const { direction } = useText();
  const ground = useRef<HTMLDivElement>(null);
  const isEmpty = width === 0;
  // Only the direction and the first content move the view: an edit must not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    const frame = ground.current?.closest('[data-board]')?.getBoundingClientRect();
    if (frame === undefined || isEmpty) return;
    const whole = Math.min((frame.width - 2 * margin) / width, (frame.height - 2 * margin) / height, 1);
    const zoom = Math.max(whole, overviewZoom);
    const over = frame.width - width * zoom - 2 * margin;
    const x = over > 0 ? margin + over / 2 : direction === 'rtl' ? margin + over : margin;
    void setViewport({ x, y: margin, zoom });
  }, [direction, isEmpty]);
  const steps: BoardSteps = {
    zoomIn: () => void zoomIn(),
    zoomOut: () => void zoomOut(),
    showAll: () => void fitBounds({ x: 0, y: 0, width, height }, { padding: 0.04 }),
  };
  return (
    <>
      <Beyond boxes={boxes} width={width} height={height} />
      <div ref={ground} className={classes.controls} dir={direction}>
        {controls(steps)}
      </div>
    </>
  );
}

const cornerOf = (type: 'source' | 'target') =>
  ({ id: corner, type, position: 'top', x: 0, y: 0, width: 0, height: 0 }) as NonNullable<
    Node['handles']
  >[number];
const corners = [cornerOf('source'), cornerOf('target')];
const silent = { 'aria-roledescription': undefined };

const laneNode = ({ id, x, y, width, height, content }: BoardLane): LaneNode => ({
  id,
  type: 'lane',
  position: { x, y },
  width,
  height,
  measured: { width, height },
  handles: [],
  data: { content },
  draggable: false,
  connectable: false,
  zIndex: -1,
  domAttributes: silent,
});

const boxNode = (box: BoardBox, direction: Direction): BoxNode => ({
  id: box.id,
  type: 'box',
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  measured: { width: box.width, height: box.height },
  handles: corners,
  data: { content: box.content, canDraw: box.canDraw, direction },
  draggable: box.canMove,
  connectable: box.canDraw,
  domAttributes: silent,
});

const nowhere = { width: 0, height: 0 };

function edgeOf(arrow: BoardArrow, boxes: ReadonlyMap<string, BoardBox>, isRtl: boolean): ArrowEdge {
  return {
    id: arrow.id,
    type: 'arrow',
    source: arrow.from,
    target: arrow.to,
    sourceHandle: corner,
    targetHandle: corner,
    ariaLabel: arrow.title,
    domAttributes: silent,
    data: {
      ...arrow,
      isRtl,
      fromSize: boxes.get(arrow.from) ?? nowhere,
      toSize: boxes.get(arrow.to) ?? nowhere,
    },
  };
}
