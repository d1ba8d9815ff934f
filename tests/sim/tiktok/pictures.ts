import { createHash } from 'node:crypto';
import { giftByIcon } from './catalogue.ts';

/** A hue from 0 to 359 that always belongs to the same word. */
function hueOf(word: string): number {
  return createHash('md5').update(word).digest().readUInt16BE(0) % 360;
}

function svg(size: string, ...inside: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}">${inside.join('')}</svg>`;
}

function giftPicture(path: string): string {
  const gift = giftByIcon(path);
  const hue = hueOf(gift?.name ?? path);
  return svg(
    '96 96',
    `<radialGradient id="g"><stop offset="0" stop-color="hsl(${hue} 80% 62% / .55)"/>`,
    `<stop offset="1" stop-color="hsl(${hue} 80% 40% / 0)"/></radialGradient>`,
    '<circle cx="48" cy="48" r="47" fill="url(#g)"/>',
    '<text x="48" y="70" text-anchor="middle" font-size="60">',
    `${gift?.emoji ?? '🎁'}</text>`,
  );
}

function portrait(handle: string): string {
  const hue = hueOf(handle);
  const letter = /[a-z]/i.exec(handle)?.[0]?.toUpperCase() ?? '?';
  return svg(
    '96 96',
    `<linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 70% 62%)"/>`,
    `<stop offset="1" stop-color="hsl(${(hue + 60) % 360} 65% 38%)"/></linearGradient>`,
    '<rect width="96" height="96" fill="url(#g)"/>',
    '<text x="48" y="64" text-anchor="middle" font-family="sans-serif" font-weight="600"',
    ` font-size="46" fill="#fff">${letter}</text>`,
  );
}

/** Hills one behind the other; the nearer, the darker. */
function hills(hue: number): string {
  return [0, 1, 2, 3]
    .map((row) => {
      const base = 330 + row * 62;
      const points = Array.from({ length: 13 }, (_, x) => {
        const swing = Math.sin(x * (0.7 + row * 0.23) + row * 1.9 + hue) * (70 - row * 12);
        return `${x * 80},${Math.round(base - 26 - swing)}`;
      });
      const light = 34 - row * 8;
      return `<polygon fill="hsl(${hue + row * 9} 42% ${light}%)" points="0,540 ${points.join(' ')} 960,540"/>`;
    })
    .join('');
}

/** What the stream's picture shows: an evening landscape with the host in a corner. */
function scene(handle: string): string {
  // Between blue and violet: the hours in which these streams are.
  const hue = 195 + (hueOf(handle) % 50);
  const stars = Array.from({ length: 60 }, (_, n) => {
    const [x, y] = [(n * 389) % 960, (n * 197) % 280];
    return `<circle cx="${x}" cy="${y}" r="${0.6 + (n % 3) * 0.5}" fill="#fff" opacity=".${3 + (n % 6)}"/>`;
  });
  return svg(
    '960 540" preserveAspectRatio="xMidYMid slice',
    `<linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${hue + 20} 55% 15%)"/>`,
    `<stop offset=".6" stop-color="hsl(${hue + 50} 60% 44%)"/>`,
    `<stop offset="1" stop-color="hsl(${hue + 95} 75% 68%)"/></linearGradient>`,
    `<linearGradient id="p" x2="1" y2="1"><stop stop-color="hsl(${hue + 180} 45% 58%)"/>`,
    `<stop offset="1" stop-color="hsl(${hue + 220} 50% 30%)"/></linearGradient>`,
    '<rect width="960" height="540" fill="url(#s)"/>',
    ...stars,
    `<circle cx="330" cy="170" r="58" fill="hsl(${hue + 80} 90% 86%)"/>`,
    hills(hue),
    '<path d="M598 372v-96h20v96z" fill="#f4efe6"/><path d="M592 276h32l-16-24z" fill="#b8483f"/>',
    '<path d="M618 282l150-34v40z" fill="#fff3c4" opacity=".45"/>',
    '<g transform="translate(606 64) scale(.86)"><clipPath id="c"><rect width="190" height="180" rx="14"/>',
    '</clipPath><g clip-path="url(#c)"><rect width="190" height="180" fill="url(#p)"/>',
    `<ellipse cx="95" cy="178" rx="74" ry="56" fill="hsl(${hue + 200} 30% 20%)"/>`,
    '<rect x="80" y="104" width="30" height="34" fill="#c98d6b"/>',
    '<ellipse cx="95" cy="84" rx="34" ry="40" fill="#dba583"/>',
    '<path d="M58 88c-6-58 80-58 74 0-8-26-20-32-37-32s-29 6-37 32z" fill="#33221d"/>',
    '<path d="M56 92a39 39 0 0178 0" fill="none" stroke="#111" stroke-width="6"/>',
    '<rect x="50" y="82" width="12" height="24" rx="5" fill="#222"/>',
    '<rect x="128" y="82" width="12" height="24" rx="5" fill="#222"/></g>',
    '<rect width="190" height="180" rx="14" fill="none" stroke="#fff" stroke-width="3"/></g>',
  );
}

/** The picture at `path` of `host`, drawn as SVG whatever its name ends with; null for paths without one. */
export function pictureAt(host: string, path: string): string | null {
  if (host.endsWith('.tiktokcdn.com') || host.endsWith('.tiktokcdn-us.com')) {
    const avatar = /\/tos-alisg-avt-0068\/([^/]+)~/.exec(path)?.[1];
    return avatar === undefined ? giftPicture(path) : portrait(decodeURIComponent(avatar));
  }
  const [, kind = '', name = ''] = /^\/sim\/picture\/(gift|avatar|scene)\/(.+)$/.exec(path) ?? [];
  const known = decodeURIComponent(name);
  switch (kind) {
    case 'gift':
      return giftPicture(`/${known}`);
    case 'avatar':
      return portrait(known);
    case 'scene':
      return scene(known);
    default:
      return null;
  }
}
