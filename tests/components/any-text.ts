import fc from 'fast-check';

/** Any text at all, lone surrogates and controls included. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xff }), fc.integer({ min: 0, max: 0xffff })), {
    maxLength: 160,
  })
  .map((units) => String.fromCharCode(...units));
