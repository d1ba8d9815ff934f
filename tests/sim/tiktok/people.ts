/** Someone on the simulated site. All of them are invented. */
export interface Person {
  readonly id: bigint;
  /** Without the @. */
  readonly handle: string;
  readonly name: string;
}

/** Person `n` of the cast: ids beyond 2^53, as the site's are. */
function person(n: number, handle: string, name: string): Person {
  return { id: 6_800_000_000_000_000_000n + BigInt(n) * 1_000_003_003_007n + 1n, handle, name };
}

/** The account that watches: the user of the extension. */
export const me: Person = person(1, 'kai.watches', 'Kai');

/** Those who stream. */
export const hosts: readonly Person[] = [
  person(11, 'mira.plays', 'Mira plays'),
  person(12, 'noor.live', 'Noor 🌙'),
  person(13, 'tove.paints', 'Tove paints'),
  person(14, 'sami.kitchen', "Sami's kitchen"),
  person(15, 'juno.strings', 'Juno 🎻'),
];

/** Those who watch and send beside me. */
export const viewers: readonly Person[] = [
  person(31, 'pixel.otter', 'Pixel Otter'),
  person(32, 'lumi_x', 'Lumi'),
  person(33, 'old.tram', 'Old Tram'),
  person(34, 'basil.and.co', 'Basil & Co'),
  person(35, 'quiet.comet', 'quiet comet'),
  person(36, 'yara.reads', 'Yara 📚'),
  person(37, 'dune.rider7', 'Dune Rider'),
  person(38, 'hanami.club', '花見クラブ'),
  person(39, 'north.pier', 'North Pier'),
  person(40, 'tiny.volcano', 'Tiny Volcano 🌋'),
  person(41, 'salma.sews', 'سلمى تخيط'),
  person(42, 'robot.lunch', 'Robot Lunch'),
];

/** Names that try to break whatever shows them: markup, a switch of writing direction, great length. */
export const hostile: readonly Person[] = [
  person(91, 'img.onerror', '<img src=x onerror="document.title=`broken`">'),
  person(92, 'script.tag', '"></span><script>document.title=`broken`</script>'),
  person(93, 'rtl.switch', '\u202egnissaP\u2066 by \u0000\u0007'),
  person(94, 'very.long', 'W'.repeat(600)),
  person(95, 'toString', '__proto__'),
];

const everyone = new Map([me, ...hosts, ...viewers, ...hostile].map((one) => [one.handle, one]));

/** The person called `who`: a handle, or `me`. Throws for strangers, so that a scenario's slip is seen at once. */
export function personOf(who: string): Person {
  const found = who === 'me' ? me : everyone.get(who);
  if (found === undefined) {
    throw new Error(`nobody here is called ${who}`);
  }
  return found;
}

/** The person with this id, if there is one. */
export function personById(id: bigint): Person | undefined {
  return [...everyone.values()].find((one) => one.id === id);
}
