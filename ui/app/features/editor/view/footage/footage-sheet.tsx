import { footageSearches } from '@shortfactory/core';
import { useRef, useState } from 'react';
import { currentSearches } from '../../../../shared/drafts/draft.ts';
import type { DraftScene, SceneClip } from '../../../../shared/drafts/draft.ts';
import { chosen as kept, isSame } from '../../../../shared/drafts/scene-footage.ts';
import type { Found, SceneFootage } from '../../../../shared/drafts/scene-footage.ts';
import { ArrowLeft } from '../../../../shared/late/icons.ts';
import { PanelSheet } from '../../../../shared/late/panel-sheet.tsx';
import { useStrings } from '../../../../shared/strings/context.tsx';
import { partOf } from '../../model/clip-use.ts';
import type { FootageWords } from '../../model/footage-search.ts';
import { useFootageSearch } from '../../model/use-footage-search.ts';
import { ClipCard } from './clip-card.tsx';
import { Finds } from './finds.tsx';
import { LicenceLine } from './licence-line.tsx';
import { SearchForm } from './search-form.tsx';
import { words } from './words.ts';
import './footage-sheet.css';

export interface FootageSheetProps {
  readonly scene: DraftScene;
  /** From 1. */
  readonly n: number;
  /** About how long the scene is. */
  readonly seconds: number;
  readonly language: string;
  readonly aspect: string;
  /** What the scenes of the draft show, in order. */
  readonly shown: readonly (SceneFootage | undefined)[];
  /** Where photos and clips are searched; nowhere when it is empty. */
  readonly sources: readonly Found['source'][];
  readonly onUse: (footage: SceneFootage) => void;
  /** A file of one's own is wanted. */
  readonly onOwn: () => void;
  /** One was dropped. */
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** Photos and clips of others for a scene: searched, looked at, cut. Choosing does not close the sheet; using does. */
export default function FootageSheet(props: FootageSheetProps) {
  const { scene, n, language, aspect, sources, onUse, onOwn, onClose } = props;
  const { editor } = useStrings();
  const field = useRef<HTMLInputElement>(null);
  const written = currentSearches(scene);
  const [suggested] = useState(() => [...new Set([...written, ...footageSearches(scene.visual, language)])]);
  const [asked, setAsked] = useState<FootageWords>({
    // Few words find more than many.
    ...{
      q: sources.length > 0 ? (written[0] ?? suggested[1] ?? suggested[0] ?? '') : '',
      kind: 'clip',
      language,
    },
    ...{ orientation: '', source: '' },
  });
  const search = useFootageSearch(asked);
  const [found, setFound] = useState<Found>();
  const [clip, setClip] = useState<SceneClip>({});
  /** On narrow screens the card is a step of its own. */
  const [step, setStep] = useState<'find' | 'card'>('find');
  const choose = (one: Found): void => {
    if (!isSame(found, one)) setClip(isSame(scene.footage, one) ? (scene.footage?.clip ?? {}) : {});
    setFound(one);
  };
  const use = (one: Found): void => onUse(kept(one, isSame(found, one) ? clip : {}));
  return (
    <PanelSheet
      title={words.title(n)}
      detail={
        scene.narration !== '' && (
          <p className="small quiet footage__said" dir="auto" lang={language}>
            “{scene.narration}” <span className="tabular">{words.spoken(props.seconds)}</span>
          </p>
        )
      }
      className={`footage footage--${step}`}
      bodyClassName="footage__body"
      first="input[type=search]"
      search={field}
      ways={
        step === 'card' && (
          <button
            type="button"
            className="icon-button footage__back"
            aria-label={words.back}
            onClick={() => setStep('find')}
          >
            <ArrowLeft size={20} />
          </button>
        )
      }
      onDrop={props.onFile}
      onClose={onClose}
      foot={
        <>
          <Chosen found={found} clip={clip} />
          <button type="button" className="button footage__cancel" onClick={onClose}>
            {words.cancel}
          </button>
          {found && step === 'find' && (
            <button type="button" className="button footage__adjust" onClick={() => setStep('card')}>
              {editor.adjust[found.kind]}
            </button>
          )}
          <button
            type="button"
            className="button button--primary"
            disabled={!found}
            onClick={() => found && use(found)}
          >
            {words.use[found?.kind ?? asked.kind]}
          </button>
        </>
      }
    >
      <div className="footage__find">
        <SearchForm
          asked={asked}
          field={field}
          suggested={suggested}
          sources={sources}
          onAsk={(change) => setAsked({ ...asked, ...change })}
        />
        <Finds
          {...{ search, asked, sources, onOwn }}
          chosen={found}
          shown={props.shown}
          onChoose={choose}
          onUse={use}
        />
      </div>
      <div className="footage__card">
        {found ? (
          <>
            <div className="footage__about">
              <h3 dir="auto">{titleOf(found)}</h3>
              <LicenceLine source={found.source} about={found} />
            </div>
            <ClipCard
              key={`${found.source} ${found.id}`}
              shown={{ ...found, name: titleOf(found), picture: found.preview }}
              clip={clip}
              aspect={aspect}
              n={n}
              sceneSeconds={props.seconds}
              onChange={setClip}
            />
          </>
        ) : (
          <p className="small quiet">{words.chooseDetail}</p>
        )}
      </div>
    </PanelSheet>
  );
}

function titleOf({ title, kind }: Found): string {
  return title === '' ? words[kind] : title;
}

/** What is chosen, in the foot. */
function Chosen({ found, clip }: { readonly found: Found | undefined; readonly clip: SceneClip }) {
  if (!found) return <p className="small quiet footage__chosen">{words.nothingChosen}</p>;
  const { kind, seconds } = found;
  const { fit = 'fill', speed = 1 } = clip;
  const [from, to] = partOf(clip, seconds ?? 0);
  return (
    <div className="footage__chosen">
      <img className="footage__thumb" src={found.preview} alt="" width={36} height={64} />
      <p className="footage__chosen-words">
        <span className="footage__chosen-name" dir="auto">
          {titleOf(found)}
        </span>
        <span className="small quiet">
          {kind === 'clip' && seconds !== undefined
            ? words.summary((to - from) / speed, seconds, fit)
            : words.licence(found.licence)}
        </span>
      </p>
    </div>
  );
}
