import { data, redirect } from '@remix-run/node';
import type { JobJson, PublicationRequestJson } from '@shortfactory/contract';
import { isApiProblem, isApiUnreachable } from '../../../shared/api/api-errors.ts';
import type { VisitorApi } from '../../../shared/api/api.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { words } from '../model/youtube-words.ts';

/** What a form of the card came to, with what was in it. */
export interface PublishingRefused {
  readonly youtube: {
    readonly sentence: string;
    /** `title`, `publishAt` … */
    readonly field?: string;
    readonly given: Readonly<Record<string, string>>;
  };
}

/**
 * What the card for YouTube shows; undefined where nothing can be sent. A page is not worth less without it: what cannot
 * be read now is left out.
 */
export async function publishingOf(api: VisitorApi, { id, status, mine }: JobJson) {
  if (status !== 'done' || !mine) return undefined;
  try {
    const { publishers } = await api.publishers();
    const youtube = publishers.find(({ name }) => name === 'youtube');
    if (!youtube) return undefined;
    const [{ publications }, kit] = await Promise.all([api.publications(id), api.kit(id)]);
    const [output] = kit.videos;
    return {
      channel: youtube.channel,
      publication: publications[0],
      kit: { title: kit.title, text: kit.text, isSynthetic: kit.disclosure !== undefined },
      bytes: output?.bytes ?? 0,
    };
  } catch (error) {
    if (isApiProblem(error) || isApiUnreachable(error)) return undefined;
    throw error;
  }
}

/** Send, stop, send again, disconnect: by the button that sent the form. Undefined for another's. */
export async function actOnPublishing(api: VisitorApi, videoId: string, intent: string, form: FormData) {
  const done = redirect(`/videos/${videoId}#youtube`);
  try {
    switch (intent) {
      case 'youtube-send':
        await api.publish(videoId, requestOf(form));
        return done;
      case 'youtube-stop':
        await api.stopPublication(textOf(form, 'publication'));
        return done;
      case 'youtube-retry':
        await api.retryPublication(textOf(form, 'publication'));
        return done;
      case 'youtube-disconnect':
        await api.disconnectYouTube();
        return done;
      default:
        return undefined;
    }
  } catch (error) {
    if (!isApiProblem(error) && !isApiUnreachable(error)) throw error;
    return refused(error, form);
  }
}

function refused(error: Error, form: FormData) {
  const problem = isApiProblem(error) ? error.problem : undefined;
  const sentence = (problem?.detail || words.unanswered).replace(/^\/[\w/]+:? /, '');
  const field = problem?.errors?.[0]?.pointer.split('/')[1];
  const given = Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return data<PublishingRefused>(
    { youtube: { sentence, given, ...(field !== undefined && { field }) } },
    { status: problem && problem.status < 500 ? problem.status : 503 },
  );
}

function requestOf(form: FormData): PublicationRequestJson {
  const publishAt = textOf(form, 'when') === 'later' ? timeOf(form) : undefined;
  return {
    title: textOf(form, 'title'),
    description: textOf(form, 'description'),
    privacy:
      publishAt === undefined ? (textOf(form, 'privacy') as PublicationRequestJson['privacy']) : 'private',
    ...(publishAt !== undefined && { publishAt }),
    madeForKids: form.has('kids'),
    syntheticMedia: form.has('synthetic'),
  };
}

/** A browser with scripts says the moment; without them the field is in UTC. What is no time the API refuses. */
function timeOf(form: FormData): string {
  const moment = textOf(form, 'moment');
  return moment === '' ? `${textOf(form, 'publishAt')}:00Z` : moment;
}
