import type { GiftSeen } from '../../core/gift-event.ts';
import type { EpochMs } from '../../core/time.ts';
import { Findings, textOf } from '../findings.ts';
import { keptName } from '../limits.ts';
import { serverTime } from '../server-time.ts';
import type { Decoded, Decoder, Frame } from '../types.ts';
import { type Asked, accountIn, askedIn, channelIn } from './answers.ts';
import { Channels } from './channels.ts';
import { Identity } from './identity.ts';
import { type IrcLine, linesOf, readLine, sentAt } from './irc.ts';
import { OwnCheers, sentCheer } from './own-cheers.ts';
import { readPayment } from './payment-lines.ts';
import { PowerUps, redemptionsIn } from './power-ups.ts';
import { Repeats } from './repeats.ts';

/** The largest frame that is looked at: chat's are below 20 kB, answers below 1 MB. */
const MOST_LENGTH = 4 * 1024 * 1024;

/** Lines that may matter. All others, nearly all of chat, are stepped over unread. */
const wanted = /[@;](?:bits|pinned-chat-paid-amount|msg-id|custom-reward-id)=|STATE\b/;

/** Reads Twitch's frames: see `README.md` in this folder for the wire format and how sure each fact is. */
export class TwitchDecoder implements Decoder {
  readonly #found = new Findings(MOST_LENGTH);
  readonly #channels = new Channels();
  readonly #identity = new Identity();
  readonly #repeats = new Repeats();
  readonly #powerUps = new PowerUps();
  readonly #ownCheers = new OwnCheers();

  decode(frame: Frame): Promise<Decoded> {
    return this.#found.of(frame, () => this.#read(frame));
  }

  #read({ via, dir, url, body, request, at: seen }: Frame): void {
    if (via === 'socket' && typeof body !== 'string') return;
    const text = textOf(body);
    if (via !== 'socket') {
      if (dir === 'in') this.#readAnswers(askedIn(request ?? '', text), seen);
      return;
    }
    if (!new URL(url).hostname.startsWith('irc-ws.')) {
      if (dir === 'in') this.#readPushed(text, seen);
      return;
    }
    const lines = linesOf(text);
    if (dir === 'out') {
      for (const line of lines) this.#readSent(line);
      return;
    }
    for (const line of lines) {
      if (wanted.test(line)) this.#found.attempt(() => this.#readLine(readLine(line), seen));
    }
    this.#found.tell(...this.#ownCheers.overdue(this.#identity.me, seen));
    this.#found.tellTime(serverTime(sentAt(text)));
  }

  /** What the page tells chat. Of the line with its token nothing is read. */
  #readSent(line: string): void {
    const [command, parameter = ''] = line.trim().split(' ', 2);
    if (command === 'NICK') {
      this.#found.tell(this.#identity.introduced(parameter));
    } else if (command === 'JOIN') {
      this.#channels.enter((parameter.split(',').at(-1) ?? '').replace(/^#/, ''));
    }
  }

  #readLine(line: IrcLine, seen: EpochMs): void {
    const { tags, command, channel } = line;
    const id = tags.get('room-id') ?? '';
    switch (command) {
      case 'GLOBALUSERSTATE': {
        const [user, name] = [tags.get('user-id') ?? '', tags.get('display-name') ?? ''];
        this.#found.tell(this.#identity.learn(user, '', name));
        break;
      }
      case 'ROOMSTATE':
        this.#found.tell(this.#channels.hear(channel, id, seen, true));
        break;
      case 'PRIVMSG':
      case 'USERNOTICE': {
        const room = this.#channels.roomOf(id, channel);
        const payment = readPayment(line, { seen, room });
        if (payment === null || this.#repeats.isPartOfDrop(line)) return;
        this.#found.tell(this.#channels.hear(channel, id, seen));
        this.#pay(payment, line, seen);
        break;
      }
      default:
    }
  }

  #pay(payment: GiftSeen, { tags }: IrcLine, seen: EpochMs): void {
    const isCheer = payment.gift?.id === 'cheer';
    const isCombo = tags.get('msg-id') === 'onetapgiftredeemed';
    if (isCheer || isCombo) {
      const joined = this.#repeats.joined(payment, isCombo);
      this.#found.tell(joined);
      if (isCheer) this.#found.tell(...this.#ownCheers.show(joined, this.#identity.me, seen));
    } else if (payment.unit === 'twitch:bit') {
      this.#found.tell(this.#powerUps.withPrice(payment, seen));
    } else {
      this.#found.tell(payment);
    }
  }

  #readPushed(text: string, seen: EpochMs): void {
    for (const redemption of redemptionsIn(text)) {
      this.#found.tell(...this.#powerUps.notice(redemption, seen));
    }
  }

  #readAnswers(asked: readonly Asked[], seen: EpochMs): void {
    for (const each of asked) this.#found.attempt(() => this.#readAnswer(each, seen));
  }

  #readAnswer({ question, answer }: Asked, seen: EpochMs): void {
    const account = accountIn(answer);
    if (account !== null) {
      this.#found.tell(this.#identity.learn(account.id, account.login, account.name));
    }
    const told = channelIn(answer);
    if (told !== null) {
      const { id, login, name, title, stream } = told;
      this.#found.tell(
        ...this.#channels.learn(
          id,
          {
            stream,
            ...(login === '' ? {} : { login: keptName(login) }),
            ...(name === '' ? {} : { name: keptName(name) }),
            ...(title === '' ? {} : { title: keptName(title) }),
          },
          seen,
        ),
      );
    }
    const { me } = this.#identity;
    const sent = sentCheer(question, answer);
    if (sent !== null && me !== null) {
      const room = this.#channels.roomOf(sent.channel, '');
      this.#found.tell(...this.#ownCheers.send(sent, room, me, seen));
    }
  }
}
