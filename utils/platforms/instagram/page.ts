import type { PageKnowledge } from '../types.ts';

/** Where things are on Instagram: see `README.md`, "The page". */
export const instagramPage: PageKnowledge = {
  showsStream: ({ pathname }) => /^\/[\w.]+\/live\/?$/.test(pathname),
  picture: ['video'],
  keepClear: ['form', 'textarea'],
  inlineData: [],
  inlineScripts: /^\s*\{.*"PolarisViewer"/s,
};
