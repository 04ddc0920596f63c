import { Form } from '@remix-run/react';
import type { JobJson } from '@shortfactory/contract';
import { Captions, Download, Image, Rows3, TextAlignStart } from '../../../../shared/ui/icons.ts';
import type { ReactNode } from 'react';
import { languageName } from '../../../../shared/format/format.ts';
import type { Aspect } from '../../../../shared/api/script.ts';
import { useLocale, useStrings } from '../../../../shared/strings/context.tsx';
import { words } from '../../model/words.ts';

const ASPECTS = ['9:16', '1:1', '16:9'] as const satisfies readonly Aspect[];

interface DownloadsProps {
  readonly job: JobJson;
  /** About how long one more format takes. */
  readonly aspectSeconds: number;
}

/** The files, and the formats that could be made as well. */
export function Downloads({ job, aspectSeconds }: DownloadsProps) {
  const { video } = useStrings();
  const locale = useLocale();
  const language = languageName(locale, (job.script?.language ?? 'en').split('-')[0] ?? 'en');
  const first = job.outputs[0]?.aspect;
  return (
    <ul className="rows card">
      {ASPECTS.map((aspect) => {
        const output = job.outputs.find((each) => each.aspect === aspect);
        if (!output && (!job.mine || !job.script)) return null;
        return (
          <Row
            key={aspect}
            icon={
              <span
                className={`shape shape--${aspect.replace(':', 'x')}${output ? '' : ' shape--waiting'}`}
              />
            }
            name={video.aspects[aspect]}
            detail={
              output
                ? video.size(output.widthPx, output.heightPx, output.seconds, output.bytes)
                : video.notMade(aspectSeconds)
            }
          >
            {output ? (
              <a
                className={`button button--small${aspect === first ? ' button--primary' : ''}`}
                href={`${output.url}&download=1`}
                download
                aria-label={video.downloadOf(video.aspects[aspect])}
              >
                <Download size={16} />
                {video.download}
              </a>
            ) : (
              <Form method="post">
                <input type="hidden" name="aspect" value={aspect} />
                <button
                  className="button button--small"
                  name="intent"
                  value="aspect"
                  aria-label={video.makeAspect(video.aspects[aspect])}
                >
                  {video.makeIt}
                </button>
              </Form>
            )}
          </Row>
        );
      })}
      {job.captions && (
        <Row icon={<Captions size={24} />} name={video.captionsRow} detail={video.captionsOf(language)}>
          <a
            className="button button--small"
            href={`${job.captions.srt}?download=1`}
            download
            aria-label={video.captionsAs(video.srt)}
          >
            {video.srt}
          </a>
          <a
            className="button button--small"
            href={`${job.captions.vtt}?download=1`}
            download
            aria-label={video.captionsAs(video.vtt)}
          >
            {video.vtt}
          </a>
        </Row>
      )}
      {job.poster !== undefined && (
        <Row icon={<Image size={24} />} name={video.posterRow} detail={video.posterIs}>
          <a
            className="button button--small"
            href={`${job.poster}?download=1`}
            download
            aria-label={video.posterAs}
          >
            {video.jpg}
          </a>
        </Row>
      )}
      <Row icon={<TextAlignStart size={24} />} name={words.kit} detail={words.kitIs}>
        <a
          className="button button--small"
          href={`/api/videos/${job.id}/kit.txt`}
          download
          aria-label={words.kitAs(words.txt)}
        >
          {words.txt}
        </a>
        <a
          className="button button--small"
          href={`/api/videos/${job.id}/kit`}
          download={`${job.id}-kit.json`}
          aria-label={words.kitAs(words.json)}
        >
          {words.json}
        </a>
      </Row>
      <Row icon={<Rows3 size={24} />} name={words.project} detail={words.projectIs}>
        <a
          className="button button--small"
          href={`/api/videos/${job.id}/project.zip`}
          download
          aria-label={words.projectAs}
        >
          {words.zip}
        </a>
      </Row>
    </ul>
  );
}

function Row({
  icon,
  name,
  detail,
  children,
}: {
  icon: ReactNode;
  name: string;
  detail: string;
  children: ReactNode;
}) {
  return (
    <li className="row">
      <span className="row__icon" aria-hidden="true">
        {icon}
      </span>
      <span className="row__words">
        <span className="row__name">{name}</span>
        <span className="small quiet row__detail">{detail}</span>
      </span>
      <div className="row__ways">{children}</div>
    </li>
  );
}
