// What may import what. A row is a folder (or one file) with everything below it that has no row of its own;
// it may import itself, the rows it names, and the packages it names (`node` stands for Node's own modules).
import { importsOf, targetOf } from './imports.ts';

export interface Layer {
  readonly of: string;
  readonly may: readonly string[];
  readonly packages: readonly string[];
}

const quantities = ['core/numerics', 'core/units'];
const planning = [...quantities, 'core/plan'];
const simulationParts = ['core/simulation/engine', 'core/simulation/model', 'core/simulation/stats'];
const results = ['core/measures', 'core/report', 'core/bundle'];
const allOfCore = [
  ...planning,
  'core/samples',
  'core/queueing',
  'core/simulation',
  ...simulationParts,
  ...results,
  'core/contract',
  'core/verification',
  'core/evaluate',
  'core/explain',
  'core/inputs',
  'core/sensitivity',
  'core/compare',
  'core/search',
  'core/accuracy',
  'core/uncertainty',
  'core/review',
  'core/advice',
  'core/pooling',
  'core/duties',
  'core/outcomes',
  'core/breakEven',
  'core/playback',
];
const host = ['electron/host', 'electron/host/errorLog.ts', 'electron/host/timeZoneOffsets.ts'];
/** What is asked of many changed plans. */
const asking = [
  ...planning,
  ...simulationParts,
  ...['core/measures', 'core/simulation', 'core/evaluate', 'core/inputs'],
];
/** What the window sees of core: enough to ask and to show, nothing to calculate with. */
const shown = ['core/units', 'core/plan', 'core/measures', 'core/report', 'core/contract', 'core/playback'];

export const layers: readonly Layer[] = [
  { of: 'core/numerics', may: [], packages: [] },
  { of: 'core/units', may: ['core/numerics'], packages: [] },
  { of: 'core/plan', may: quantities, packages: ['zod'] },
  { of: 'core/samples', may: planning, packages: [] },
  { of: 'core/queueing', may: planning, packages: [] },
  { of: 'core/simulation/engine', may: quantities, packages: [] },
  { of: 'core/simulation/stats', may: quantities, packages: [] },
  {
    of: 'core/simulation/model',
    may: [...quantities, 'core/simulation/engine', 'core/simulation/stats'],
    packages: [],
  },
  // Compiled to WebAssembly: it knows what its memory looks like, and nothing else.
  { of: 'core/simulation/lean/kernelLayout.ts', may: [], packages: [] },
  { of: 'core/simulation/lean/kernel', may: ['core/simulation/lean/kernelLayout.ts'], packages: [] },
  {
    of: 'core/simulation/whole/kernel',
    may: ['core/simulation/lean/kernelLayout.ts', 'core/simulation/lean/kernel'],
    packages: [],
  },
  {
    of: 'core/simulation',
    may: [...planning, ...simulationParts, 'core/simulation/lean/kernelLayout.ts', 'core/measures'],
    packages: ['@internationalized/date'],
  },
  { of: 'core/pooling', may: [...quantities, 'core/queueing', 'core/measures'], packages: [] },
  { of: 'core/measures', may: planning, packages: [] },
  { of: 'core/evaluate/walking/kernel', may: [], packages: [] },
  {
    of: 'core/evaluate',
    may: [...planning, ...simulationParts, 'core/queueing', 'core/measures', 'core/simulation'],
    packages: [],
  },
  {
    of: 'core/inputs',
    may: [...planning, 'core/measures', 'core/simulation', 'core/simulation/engine'],
    packages: [],
  },
  {
    of: 'core/breakEven',
    may: [...planning, 'core/measures', 'core/simulation', 'core/evaluate'],
    packages: [],
  },
  { of: 'core/sensitivity', may: asking, packages: [] },
  { of: 'core/compare', may: asking, packages: [] },
  { of: 'core/search', may: [...planning, 'core/measures'], packages: [] },
  { of: 'core/uncertainty', may: asking, packages: [] },
  {
    of: 'core/advice',
    may: [...planning, 'core/measures', 'core/queueing', 'core/pooling', 'core/simulation', 'core/evaluate'],
    packages: [],
  },
  {
    of: 'core/review',
    may: [...planning, ...simulationParts, 'core/measures', 'core/simulation'],
    packages: [],
  },
  {
    of: 'core/verification',
    may: [...planning, 'core/measures', 'core/queueing', 'core/simulation'],
    packages: [],
  },
  { of: 'core/bundle', may: [...planning, 'core/measures'], packages: ['zod'] },
  {
    of: 'core/explain',
    may: [
      ...planning,
      ...simulationParts,
      'core/queueing',
      'core/measures',
      'core/simulation',
      'core/inputs',
      'core/evaluate',
    ],
    packages: [],
  },
  {
    of: 'core/accuracy',
    may: [...planning, 'core/measures', 'core/simulation', 'core/evaluate'],
    packages: [],
  },
  { of: 'core/duties', may: [...planning, 'core/measures', 'core/report'], packages: [] },
  { of: 'core/outcomes', may: [...planning, 'core/measures', 'core/inputs'], packages: [] },
  { of: 'core/contract', may: [...planning, 'core/measures'], packages: ['zod'] },
  { of: 'core/playback', may: ['core/measures'], packages: [] },
  { of: 'core/report', may: [...planning, 'core/measures', 'core/contract'], packages: [] },

  { of: 'locales', may: [], packages: ['i18next', '@internationalized/date'] },

  { of: 'electron/start', may: [], packages: ['node'] },
  { of: 'electron/files', may: allOfCore, packages: ['node', 'zod'] },
  { of: 'electron/files/kernel', may: [], packages: ['node', 'assemblyscript'] },
  // Draws the icons; a tool of those who build.
  { of: 'electron/icons', may: [], packages: ['node', 'playwright-core'] },
  // How an unexpected exception is reported: known to the workers, which the rest of the host is built on.
  { of: 'electron/host/errorLog.ts', may: [], packages: ['node'] },
  { of: 'electron/host/timeZoneOffsets.ts', may: ['core/simulation'], packages: [] },
  {
    of: 'electron/workers',
    may: [...allOfCore, 'electron/host/errorLog.ts', 'electron/host/timeZoneOffsets.ts'],
    packages: ['node'],
  },
  { of: 'electron/store', may: allOfCore, packages: ['node', 'better-sqlite3'] },
  {
    of: 'electron/host',
    may: [
      ...allOfCore,
      'electron/host/errorLog.ts',
      'electron/host/timeZoneOffsets.ts',
      'electron/workers',
      'electron/files',
      'electron/store',
    ],
    packages: ['node', 'zod'],
  },
  { of: 'electron/serve', may: [...shown, ...host, 'locales'], packages: ['node', 'zod'] },
  {
    of: 'electron/cli',
    may: [...allOfCore, ...host, 'electron/workers', 'electron/serve', 'electron/files', 'locales'],
    packages: ['node'],
  },
  {
    of: 'electron/desktop',
    may: [...shown, ...host, 'electron/workers', 'electron/files', 'locales'],
    packages: ['node', 'electron'],
  },

  { of: 'renderer/client', may: shown, packages: [] },
  { of: 'renderer/state', may: [...shown, 'renderer/client', 'locales'], packages: ['react', 'zustand'] },
  { of: 'renderer/text', may: [...shown, 'locales'], packages: ['react', 'react-i18next'] },
  {
    of: 'renderer/theme',
    may: ['renderer/state', 'renderer/text', 'locales'],
    packages: ['react', '@mantine/core', '@mantine/hooks', '@fontsource-variable/vazirmatn'],
  },
  {
    of: 'renderer/charts',
    may: [...shown, 'renderer/text', 'renderer/theme', 'locales'],
    packages: ['react', '@mantine/core', '@mantine/hooks', 'recharts'],
  },
  {
    of: 'renderer/parts',
    may: [
      ...shown,
      'renderer/client',
      'renderer/state',
      'renderer/text',
      'renderer/theme',
      'renderer/charts',
      'renderer/parts/board',
      'locales',
    ],
    packages: ['react', '@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
  {
    of: 'renderer/parts/board',
    may: ['renderer/text', 'renderer/theme', 'locales'],
    packages: ['react', '@xyflow/react'],
  },
  {
    of: 'renderer/screens',
    may: [
      ...shown,
      'renderer/client',
      'renderer/state',
      'renderer/parts',
      'renderer/charts',
      'renderer/text',
      'renderer/theme',
      'locales',
    ],
    packages: ['react', '@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
  {
    of: 'renderer',
    may: [
      ...shown,
      'renderer/client',
      'renderer/state',
      'renderer/screens',
      'renderer/parts',
      'renderer/text',
      'renderer/theme',
      'locales',
    ],
    packages: ['react', 'react-dom', '@mantine/core', '@mantine/hooks', '@fontsource-variable/vazirmatn'],
  },
];

/** The folders through which a package comes in; nobody else imports it. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  i18next: ['locales'],
  'react-i18next': ['renderer/text'],
  recharts: ['renderer/charts'],
  '@xyflow/react': ['renderer/parts/board'],
  zustand: ['renderer/state'],
  zod: ['core/plan', 'core/bundle', 'core/contract', 'electron'],
  '@internationalized/date': ['core/simulation', 'locales'],
  'better-sqlite3': ['electron/store'],
  electron: ['electron/desktop'],
  assemblyscript: ['electron/files/kernel'],
};

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** The row that a file belongs to: the one with the longest matching path. */
export function layerOf(path: string, table: readonly Layer[] = layers): Layer | undefined {
  return table
    .filter((layer) => isBelow(path, layer.of))
    .reduce<Layer | undefined>(
      (best, layer) => (best && best.of.length > layer.of.length ? best : layer),
      undefined,
    );
}

/** What is wrong with the imports of a file, each as a line that says what is allowed. */
export function layerFaults(path: string, source: string, table: readonly Layer[] = layers): string[] {
  const layer = layerOf(path, table);
  if (!layer) return [`${path} lies in no row of test/rules/layers.ts: give its folder one.`];
  return importsOf(source).flatMap(({ line, specifier }) => {
    const place = `${path}:${line}`;
    if (specifier === undefined) return [`${place} imports a name that is computed: write it out.`];
    const target = targetOf(path, specifier);
    if ('packageName' in target) {
      const { packageName } = target;
      if (layer.packages.includes(packageName)) return [];
      return [
        `${place} imports the package ${packageName}. Packages for ${layer.of}: ${listed(layer.packages)}.`,
      ];
    }
    const wanted = layerOf(target.file, table)?.of;
    if (wanted === layer.of || (wanted !== undefined && layer.may.includes(wanted))) return [];
    return [`${place} imports ${target.file}. ${layer.of} may import itself and: ${listed(layer.may)}.`];
  });
}

/** The imports of a package by a file outside of the package's door. */
export function doorFaults(path: string, source: string): string[] {
  return importsOf(source).flatMap(({ line, specifier }) => {
    const target = specifier === undefined ? undefined : targetOf(path, specifier);
    if (!target || !('packageName' in target)) return [];
    const door = doors[target.packageName];
    if (!door || door.some((folder) => isBelow(path, folder))) return [];
    return [`${path}:${line} imports ${target.packageName}, which only ${listed(door)} may.`];
  });
}

const listed = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.join(', '));
