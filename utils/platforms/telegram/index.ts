import type { Platform } from '../types.ts';
import { TelegramDecoder } from './decode.ts';
import { telegramElements } from './elements.ts';
import { telegramPage } from './page.ts';
import { telegramSite } from './site.ts';
import { telegramStructure } from './structure.ts';

/** Telegram's web clients as content scripts use them. */
export const telegram: Platform = {
  site: telegramSite,
  page: telegramPage,
  elements: telegramElements,
  structure: telegramStructure,
  createDecoder: () => new TelegramDecoder(),
};
