/** Twitch's chat: lines of IRC, most with IRCv3 tags before them. Several come in one frame. */

/** One line. What people write is not kept. */
export interface IrcLine {
  readonly tags: ReadonlyMap<string, string>;
  /** Who it is from: the login before the `!` of the prefix, or a server's name. */
  readonly from: string;
  readonly command: string;
  /** The channel's login, without the `#`; empty for lines to no channel. */
  readonly channel: string;
}

/** The lines of a frame. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Reads one line. Whatever is missing is empty. */
export function readLine(line: string): IrcLine {
  const [tags, untagged] = line.startsWith('@') ? cut(line.slice(1)) : ['', line];
  const [prefix, unprefixed] = untagged.startsWith(':') ? cut(untagged.slice(1)) : ['', untagged];
  const [command, parameters] = cut(unprefixed);
  const [target] = cut(parameters);
  return {
    tags: new Map(tags.split(';').map(readTag)),
    from: prefix.split('!')[0] ?? '',
    command: command.trim(),
    channel: target.startsWith('#') ? target.slice(1).trim() : '',
  };
}

/** What stands before the first space, and what after it. */
function cut(text: string): [string, string] {
  const space = text.indexOf(' ');
  return space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1)];
}

/** IRCv3, "Message Tags": what an escaped character stands for; any other stands for itself. */
const escapes: Readonly<Record<string, string>> = { s: ' ', ':': ';', r: '\r', n: '\n' };

function readTag(tag: string): [string, string] {
  const equals = tag.indexOf('=');
  const value = equals < 0 ? '' : tag.slice(equals + 1);
  return [
    equals < 0 ? tag : tag.slice(0, equals),
    value.includes('\\') ? value.replace(/\\(.?)/g, (_, of: string) => escapes[of] ?? of) : value,
  ];
}

/** The moment at which the server says that it sent a line, as it stands there; 0 where it says none. */
export function sentAt(line: string): number {
  return Number(/^@(?:\S*;)?tmi-sent-ts=(\d{1,16})[; ]/.exec(line)?.[1] ?? 0);
}
