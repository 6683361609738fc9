// Where the window stood when it was closed. A place that cannot be read is forgotten, one that cannot be kept is lost:
// neither is worth a message.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximised: boolean;
}

const firstPlace: WindowPlace = { width: 1280, height: 860, maximised: false };
const smallest = 300;
const largest = 20_000;

const fileIn = (folder: string): string => join(folder, 'window.json');

export function readPlace(folder: string): WindowPlace {
  try {
    return decodePlace(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return firstPlace;
  }
}

export function keepPlace(folder: string, place: WindowPlace): void {
  try {
    writeFileSync(fileIn(folder), JSON.stringify(place));
  } catch {}
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Enough of the title bar to take hold of the window with. */
const graspable = { width: 120, height: 32 };

/**
 * The place on the displays that are there now, the first being the main one: no larger than its display, and in the middle
 * of the main one where its own has vanished or its title bar could not be reached.
 */
export function placeOn(place: WindowPlace, workAreas: readonly Area[]): WindowPlace {
  const { x, y } = place;
  const home =
    x === undefined || y === undefined
      ? undefined
      : workAreas.find(
          (area) =>
            Math.min(x + place.width, area.x + area.width) - Math.max(x, area.x) >= graspable.width &&
            y >= area.y - 1 &&
            y + graspable.height <= area.y + area.height,
        );
  const area = home ?? workAreas[0];
  if (area === undefined) return place;
  const width = Math.min(place.width, area.width);
  const height = Math.min(place.height, area.height);
  const { maximised } = place;
  if (home === undefined || x === undefined || y === undefined) {
    const middle = {
      x: area.x + Math.round((area.width - width) / 2),
      y: area.y + Math.round((area.height - height) / 2),
    };
    return { width, height, ...middle, maximised };
  }
  return { width, height, x, y, maximised };
}

function decodePlace(value: unknown): WindowPlace {
  const { width, height, x, y, maximised } = Object(value) as Record<string, unknown>;
  if (!isWithin(width, smallest) || !isWithin(height, smallest)) return firstPlace;
  const position = isWithin(x, -largest) && isWithin(y, -largest) ? { x, y } : {};
  return { width, height, ...position, maximised: maximised === true };
}

const isWithin = (value: unknown, low: number): value is number =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= largest;
