import { hooks } from '../../platforms/hooks.ts';

type Wanted = (kind: 'socket' | 'request', href: string) => boolean;

/** Whether any platform wants the sockets or requests of the absolute address `href`. */
export const wanted = hooks.reduce<Wanted>(
  (others, hook) => (kind, href) => others(kind, href) || hook[kind]({ href }),
  () => false,
);
