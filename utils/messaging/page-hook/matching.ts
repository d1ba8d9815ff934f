import { hooks } from '../../platforms/hooks.ts';

/** Whether any platform wants the sockets or requests of the absolute address `href`. */
export const wanted = hooks.reduce(
  (others, hook) => (kind: 'socket' | 'request', href: string) =>
    others(kind, href) || hook[kind]({ href }),
  (_kind: 'socket' | 'request', _href: string) => false,
);
