// What of the organisation is chosen: its details stand beside.
import type { WayKind } from '../../../core/plan/ways.ts';

export type ChosenKind = 'tier' | 'team' | 'channel' | 'issueType' | 'department';
export type Chosen =
  | { readonly kind: ChosenKind; readonly id: string }
  | { readonly kind: 'way'; readonly of: WayKind; readonly from: string; readonly to: string };

export const isChosen = (chosen: Chosen | null, kind: ChosenKind, id: string): boolean =>
  chosen !== null && chosen.kind === kind && chosen.id === id;
