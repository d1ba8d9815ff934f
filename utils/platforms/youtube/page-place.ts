import type { PricePlace } from '../price-text.ts';

/** The page's language and country as its settings (`ytcfg`) and its requests write them; nothing else is looked at. */
export function placeIn(text: string, before: PricePlace): PricePlace {
  const language = /"hl":\s*"([a-zA-Z]{2,3}(?:-\w{2,8}){0,3})"/i.exec(text)?.[1];
  const region = /"gl":\s*"([A-Z]{2})"/i.exec(text)?.[1];
  return { language: language ?? before.language, region: region ?? before.region };
}
