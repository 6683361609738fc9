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

function decodePlace(value: unknown): WindowPlace {
  const { width, height, x, y, maximised } = Object(value) as Record<string, unknown>;
  if (!isWithin(width, smallest) || !isWithin(height, smallest)) return firstPlace;
  const position = isWithin(x, -largest) && isWithin(y, -largest) ? { x, y } : {};
  return { width, height, ...position, maximised: maximised === true };
}

const isWithin = (value: unknown, low: number): value is number =>
  Number.isInteger(value) && Number(value) >= low && Number(value) <= largest;
