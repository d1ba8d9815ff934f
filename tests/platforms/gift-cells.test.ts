import { describe, expect, it } from 'vitest';
import type { GiftId } from '../../utils/core/ids.ts';
import { cataloguePictures, cataloguePrice } from '../../utils/platforms/catalogues.ts';
import { giftCellsAt } from '../../utils/platforms/gift-cells.ts';
import { tiktokGiftCells } from '../../utils/platforms/tiktok/gift-cells.ts';

const rose = 'eba3a9bb85c33e017f3648eaf88d7189';

describe('a gift’s picture on TikTok', () => {
  it.each([
    `https://p16-webcast.tiktokcdn.com/img/maliva/webcast-va/${rose}~tplv-obj.webp`,
    `https://p19-webcast.tiktokcdn.com/img/maliva/webcast-va/${rose}~tplv-obj.png`,
    `https://p16-webcast.tiktokcdn.com/img/maliva/webcast-va/${rose}.png~tplv-obj.webp`,
    `https://p16-webcast.tiktokcdn.com/img/alisg/webcast-sg/resource/${rose}.png~tplv-obj.webp`,
    `https://p16-webcast.tiktokcdn.com/img/alisg/webcast-sg/resource/composed.${rose}.png~tplv-obj.webp`,
    `https://p16-webcast-row-useast5.tiktokcdn-us.com/img/webcast-sg/${rose}~200x200.image`,
    `https://p16-webcast.tiktokcdn.com/webcast-va/${rose}.png?x-expires=1&x-signature=d56945782445b0b8c8658ed44f894c7b`,
    `https://p16-webcast.tiktokcdn.com/obj/webcast-va/${rose.toUpperCase()}`,
    `//p16-webcast.tiktokcdn.com/img/${rose}~tplv-obj.webp#d56945782445b0b8c8658ed44f894c7b`,
    `/sim/picture/gift/img/maliva/webcast-va/${rose}~tplv-obj.webp`,
  ])('%s', (address) => {
    expect(tiktokGiftCells.pictureKey(address)).toBe(rose);
    expect(tiktokGiftCells.isPortrait(address)).toBe(false);
  });

  it.each([
    '',
    'https://p16-webcast.tiktokcdn.com/img/webcast-sg/mg_rank_winner.png~0x0.png',
    `https://${rose}.tiktokcdn.com/img/rose.png`,
    `https://p16-webcast.tiktokcdn.com/img/${rose}0~tplv-obj.webp`,
    `https://p16-webcast.tiktokcdn.com/img/rose.png?key=${rose}`,
    `data:image/png;base64,/${rose}/`,
    `blob:https://www.tiktok.com/${rose}`,
    `https://p16-webcast.tiktokcdn.com/${'a/'.repeat(2000)}${rose}`,
  ])('%s is none', (address) => {
    expect(tiktokGiftCells.pictureKey(address)).toBeNull();
  });

  it.each([
    'https://p16-sign-sg.tiktokcdn.com/tos-alisg-avt-0068/kai~c5_100x100.webp',
    'https://p19.tiktokcdn-us.com/img/tos-useast5-avt-0068-tx/1971e99be0d67160f34f39fb1d66a0e5~c5_1080x1080.webp?l=2',
    'https://p16-bg.tiktokcdn-us.com/img/user-avatar-musically-tx/8cba4b032b4c4c2dcd661369860648ae~120x256.image',
  ])('%s is a portrait', (address) => {
    expect(tiktokGiftCells.isPortrait(address)).toBe(true);
  });
});

describe('where there is a gift panel', () => {
  it.each([
    ['https://www.tiktok.com/@mira.plays/live', true],
    ['https://www.tiktok.com/live', false],
  ])('%s: %s', (address, shown) => {
    const url = new URL(address);
    expect(giftCellsAt(url)?.showsPanel(url)).toBe(shown);
  });

  it('is on no other site', () => {
    expect(giftCellsAt(new URL('https://example.com/@mira.plays/live'))).toBeNull();
  });
});

describe('the catalogue’s pictures', () => {
  const pictures = cataloguePictures('tiktok');

  it('are hundreds, with the prices of their gifts', () => {
    expect(pictures.size).toBeGreaterThan(700);
    expect([...(pictures.get(rose) ?? [])]).toEqual([cataloguePrice('tiktok', '5655' as GiftId)]);
  });

  it('name every price of gifts that share one', () => {
    const shared = pictures.get('3d306be32f7d6d52c4e74df15a063d45') ?? [];
    expect([...shared].sort((a, b) => a - b)).toEqual([200, 4918]);
  });
});
