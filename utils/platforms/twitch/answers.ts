/** What the page's own questions are answered: GraphQL, one or several questions a request. */
import { at, type Json, parseJson, textAt } from '../json.ts';

/** A question beside its answer. The question is null where the page's request was not text. */
export interface Asked {
  readonly question: Json;
  readonly answer: Json;
}

/** Answers that tell who is watching whom, or that a cheer was taken. All others are not looked into. */
const wanted = /"(?:currentUser|user|userOrError|sendCheer)":\{/;

/** The answers of one request, with their questions. Throws SyntaxError. */
export function askedIn(request: string, text: string): Asked[] {
  if (!wanted.test(text)) return [];
  const answers = listed(parseJson(text));
  const questions = request === '' ? [] : listed(parseJson(request));
  return answers.map((answer, index) => ({ answer, question: questions[index] ?? null }));
}

const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

/** A channel as answers describe one. `stream` is empty while none runs. */
export interface ChannelTold {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly title: string;
  readonly stream: string;
}

/** The one channel that an answer is about; null for answers about none, or about many. */
export function channelIn(answer: Json): ChannelTold | null {
  const data = at(answer, 'data');
  const user = at(data, 'userOrError') ?? at(data, 'user');
  const id = textAt(user, 'id');
  if (id === '' || typeof user !== 'object' || user === null || !Object.hasOwn(user, 'stream')) {
    return null;
  }
  return {
    id,
    login: textAt(user, 'login'),
    name: textAt(user, 'displayName'),
    title: textAt(user, 'broadcastSettings', 'title') || textAt(user, 'lastBroadcast', 'title'),
    stream: textAt(user, 'stream', 'id'),
  };
}

/** The account that an answer says is logged in; nothing but number and names is looked at. Null where it says none. */
export function accountIn(answer: Json): Omit<ChannelTold, 'title' | 'stream'> | null {
  const user = at(answer, 'data', 'currentUser');
  const [id, login] = [textAt(user, 'id'), textAt(user, 'login')];
  return id === '' || login === '' ? null : { id, login, name: textAt(user, 'displayName') };
}
