// Builds elements. Never parses markup.

/** An element with attributes (`class`, `data-e2e`, `on*` as listeners) and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const NS = 'http://www.w3.org/2000/svg';

/** One of the page's line icons. */
export function icon(paths, size = 24) {
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('aria-hidden', 'true');
  for (const d of [paths].flat()) {
    const path = document.createElementNS(NS, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** A picture of the picture host; where that cannot be reached, of the site's own. */
export function picture(address, kind, alt = '') {
  const image = el('img', { src: address, alt, draggable: 'false' });
  image.addEventListener(
    'error',
    () => {
      const avatar = /avt-0068\/([^/]+)~/.exec(address)?.[1];
      const path = kind === 'gift' ? address.replace(/^https:\/\/[^/]+\//, '') : avatar;
      image.src = `/sim/picture/${kind}/${path ?? 'unknown'}`;
    },
    { once: true },
  );
  return image;
}

/** Address of someone's picture. */
export function avatarOf(handle) {
  return `https://p16-sign-sg.tiktokcdn.com/tos-alisg-avt-0068/${encodeURIComponent(handle)}~c5_100x100.webp`;
}

export const paths = {
  heart: 'M12 20.5 4.3 12.8a4.8 4.8 0 0 1 6.8-6.8l.9.9.9-.9a4.8 4.8 0 0 1 6.8 6.8z',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  people: [
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
    'M3 20a6 6 0 0 1 12 0',
    'M16 4.5a3.5 3.5 0 0 1 0 6',
    'M18 14a6 6 0 0 1 3 6',
  ],
  live: ['M4 6h16v12H4z', 'M10 9.5v5l4-2.5z'],
  search: ['M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14z', 'm16 16 5 5'],
  full: ['M4 9V4h5', 'M15 4h5v5', 'M20 15v5h-5', 'M9 20H4v-5'],
  gift: [
    'M4 11h16v9H4z',
    'M3 7.5h18V11H3z',
    'M12 7.5V20',
    'M12 7.5C9 7.5 7.5 3.5 10 3.5s2 4 2 4 0-4 2-4 1 4-2 4z',
  ],
  share: ['M13 5l7 7-7 7v-4c-5 0-8 2-9 4 0-6 4-10 9-10z'],
};
