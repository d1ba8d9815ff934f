import type { $brand } from 'zod/mini';

/** A value of type `T` that only one module makes, so that ids, times and amounts cannot be mixed up. */
export type Brand<T, Name extends string> = T & $brand<Name>;
