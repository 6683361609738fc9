// The usual figures of every industry by its name.
import type { IndustryKind } from '../../plan/schema/needs.ts';
import { banking, insurance } from './industries/finance.ts';
import { education, health, other, publicService } from './industries/publicLife.ts';
import { computers, games, software, telecom } from './industries/technology.ts';
import { logistics, manufacturing, onlineShop, travel } from './industries/trade.ts';
import type { IndustryPrior } from './industry.ts';

export const industries: Readonly<Record<IndustryKind, IndustryPrior>> = {
  computers,
  onlineShop,
  software,
  telecom,
  banking,
  insurance,
  travel,
  health,
  education,
  logistics,
  manufacturing,
  publicService,
  games,
  other,
};
