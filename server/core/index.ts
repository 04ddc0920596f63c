export {
  LOOK_LIMITS,
  LOOK_VERSION,
  TRANSITIONS,
  captionStyleOf,
  musicLevelOf,
  withLook,
} from './domain/look/look.ts';
export type { Look, TransitionChoice } from './domain/look/look.ts';
export type { ContentSigner } from './ports/content-signer.ts';
export { lazily } from './domain/lazily.ts';
export { CAPTION_LOOK } from './domain/captions/caption-look.ts';
export { CAPTION_SETTING, CAPTION_STYLES, asWritten } from './domain/captions/caption-style.ts';
export type { CaptionStyle, CaptionStyleName } from './domain/captions/caption-style.ts';
export { READS_WELL, contrastOverMost, readsOnAnything, rgbOf } from './domain/captions/contrast.ts';
export type { Rgb } from './domain/captions/contrast.ts';
export { cuesFrom, verifyCaptions } from './domain/captions/captions.ts';
export type { CaptionCue, CaptionTrack, CaptionWord, WordBoundary } from './domain/captions/captions.ts';
export { cueLine, toAss, toSrt, toVtt } from './domain/captions/subtitles.ts';
export type { EditParts, SoundParts, Stems } from './domain/editing/edit-parts.ts';
export { projectFiles } from './domain/editing/project-files.ts';
export type { ProjectFile } from './domain/editing/project-files.ts';
export {
  ASPECTS,
  FIRST_LEAD_MS,
  FPS,
  FRAME_PX,
  LAST_TAIL_MS,
  LEAD_MS,
  TAIL_MS,
  TRANSITION_FRAMES,
  frameToMs,
  layTimeline,
  msToFrame,
  shotsOf,
} from './domain/captions/timeline.ts';
export type { Aspect, SceneShot, SceneSpeech, Timeline, TimelineScene } from './domain/captions/timeline.ts';
export { timeWords } from './domain/captions/word-times.ts';
export {
  CaptionsInvalid,
  ConfigInvalid,
  Conflict,
  DomainError,
  IdempotencyMismatch,
  InputInvalid,
  LimitReached,
  NotFound,
  NotYours,
  ObjectDamaged,
  PortUnavailable,
  ProgramKilled,
  ProviderFailed,
  ProviderRefused,
  QueueUnavailable,
  QuotaReached,
  RecordFromNewer,
  RecordUnreadable,
  RenderFailed,
  ScriptInvalid,
  SecretUnavailable,
  StorageFailed,
  StorageUnknown,
  StorageUnwritable,
  PipelineProcessLost,
} from './domain/errors.ts';
export { substitutionSentence } from './domain/job/degraded.ts';
export { footageSearches } from './domain/footage/searches.ts';
export { UsedFootage } from './domain/footage/used-footage.ts';
export { VISUALS } from './domain/footage/visuals.ts';
export type { FootageCredit, Visuals } from './domain/footage/visuals.ts';
export { advanced } from './domain/job/job-progress.ts';
export type { Progress } from './domain/job/job-progress.ts';
export {
  MAX_ATTEMPTS,
  accept,
  acceptAgain,
  cancelled,
  changed,
  claim,
  claimable,
  enqueued,
  failed,
  finished,
  handedOver,
  holds,
  reaped,
  recorded,
  released,
  remade,
  removed,
  retried,
} from './domain/job/job-record.ts';
export type { Acceptance, JobRecord, ClaimToken } from './domain/job/job-record.ts';
export { BATCH_ROW_STATES } from './domain/job/batch-end.ts';
export type { BatchEnd, BatchRowState } from './domain/job/batch-end.ts';
export { VIDEO_EVENTS, WEBHOOK_EVENTS } from './domain/job/job-end.ts';
export { LINK_LIMITS } from './domain/link-limits.ts';
export { KEY_LIMITS, KEY_SCOPES } from './domain/key-scope.ts';
export { LONGEST_SESSION_MS, SESSION_BROWSERS, SESSION_DEVICES } from './domain/session-facts.ts';
export type { SessionBrowser, SessionDevice } from './domain/session-facts.ts';
export type { KeyScope } from './domain/key-scope.ts';
export type { JobEnd, JobWebhook, VideoEvent, WebhookEvent } from './domain/job/job-end.ts';
export { JOB_STATUSES, isTerminal } from './domain/job/job.ts';
export type { Job, JobError, JobOutput, JobStatus } from './domain/job/job.ts';
export {
  AUDIO_KINDS,
  CLIP_KINDS,
  CLIP_NAMES,
  CLIP_TYPES,
  DOCUMENT_BYTES,
  MAX_CLIP_PIXELS,
  MAX_CLIP_SECONDS,
  MAX_PICTURE_PIXELS,
  MAX_SHOWN_SECONDS,
  OPTIONAL_DECODERS,
  PICTURE_NAMES,
  PICTURE_TYPES,
  SNIFF_BYTES,
  SOUND_NAMES,
  audioKind,
  clipKind,
  imageKind,
  notReadAsPicture,
} from './domain/media.ts';
export type { MediaKind, PictureKind } from './domain/media.ts';
export { isOffline, isTrainedModel, providerOf } from './domain/money/provider.ts';
export { MOST_CALL_USD, SpendAccount, dollars, isCallCost, isSum } from './domain/money/spend.ts';
export type { SpendAccountOptions, SpendLine } from './domain/money/spend.ts';
export {
  OFFLINE_LANGUAGES,
  directionOf,
  isLanguageTag,
  isSpeakable,
  primaryLanguage,
  splitWords,
} from './domain/script/language.ts';
export type { Direction, OfflineLanguage, Word } from './domain/script/language.ts';
export { CAPTION_SCRIPTS, lettersWithoutFont } from './domain/captions/written-scripts.ts';
export { madePart, sourceTypeAddress } from './domain/script/content-claim.ts';
export type { ContentClaim, MadePart } from './domain/script/content-claim.ts';
export { BROUGHT_BY_MODEL, DIGITAL_SOURCE_TYPES, originOf } from './domain/script/origin.ts';
export type { DigitalSourceType, Makers, Origin } from './domain/script/origin.ts';
export { OUTLINE_SENTENCE, isOutline } from './domain/script/outline.ts';
export { BRIEF_LIMITS, TOPIC_KINDS, briefOf } from './domain/script/topic-brief.ts';
export type { TopicBrief, TopicKind, TopicText } from './domain/script/topic-brief.ts';
export { TRACK_CHOICES, TRACK_IDS } from './domain/script/music-shelf.ts';
export type { TrackChoice, TrackId } from './domain/script/music-shelf.ts';
export { ADDRESS_REFUSED, isAddress } from './domain/script/topic.ts';
export {
  CLIP_FITS,
  CLIP_SOUNDS,
  CLIP_SPEED,
  EMOJI_READINGS,
  PITCH,
  SCRIPT_LIMITS,
  SPEED,
} from './domain/script/script.ts';
export type {
  ClipFit,
  ClipUse,
  Cut,
  EmojiReading,
  Pronunciations,
  Scene,
  Script,
  Shown,
} from './domain/script/script.ts';
export { DEFAULT_SECONDS, DEFAULT_STYLE, SHORT_LIMITS, STAGES } from './domain/script/short.ts';
export type {
  BroughtScript,
  RequestOptions,
  Short,
  ShortOutput,
  ShortRequest,
  Stage,
  TopicSource,
} from './domain/script/short.ts';
export { placeOfPhrase } from './domain/script/cut-place.ts';
export { checkClipUses, isSamePlace, nthVisual, visualsOf } from './domain/script/visuals-of.ts';
export type { ScriptVisual, VisualPlace } from './domain/script/visuals-of.ts';
export { IMAGE_STYLES } from './domain/script/story.ts';
export type { Character, ImageStyle, Story } from './domain/script/story.ts';
export { spokenStretches } from './domain/speech/loudness.ts';
export type { Stretch } from './domain/speech/loudness.ts';
export { pauseProblem, pausesIn, readMarks, withoutMarks } from './domain/speech/spoken-marks.ts';
export type { SpeakerLabel } from './domain/speech/spoken-marks.ts';
export { nearName } from './domain/near-name.ts';
export {
  ANY_VOICE,
  VoiceUnfit,
  canSpeak,
  checkScriptVoices,
  nameOfVoice,
  voiceFor,
  voiceMeant,
  voicesFor,
} from './domain/speech/voice.ts';
export { decodeWav, encodeWav, isSampleRate, readWavHeader } from './domain/speech/wav.ts';
export type { BatchEnds } from './ports/batch-ends.ts';
export { DueWork } from './due-work.ts';
export { changeObject } from './ports/changed-object.ts';
export type { Clock } from './ports/clock.ts';
export type { DayBudget } from './ports/day-budget.ts';
export type {
  ByteRange,
  Delivery,
  LinkOptions,
  PublishedObject,
  StoredFile,
  UploadOptions,
  UploadTarget,
} from './ports/delivery.ts';
export type { EvictableObjects } from './ports/evictable-objects.ts';
export { FOOTAGE_KINDS, FOOTAGE_LICENCES, FOOTAGE_ORIENTATIONS, FOOTAGE_SOURCES } from './ports/footage.ts';
export type {
  FetchedFootage,
  Footage,
  FootageAddress,
  FootageAnswer,
  FootageFile,
  FootageFilm,
  FootageKind,
  FootageLicence,
  FootageOrientation,
  FootagePreview,
  FootageQuery,
  FootageSource,
  FootageViewing,
  FootageWanted,
  FoundFootage,
} from './ports/footage.ts';
export type { IllustrationImage, IllustrationRequest, Illustrator } from './ports/illustrator.ts';
export { QUOTA_NAMES } from './domain/money/quota.ts';
export type { Quota, QuotaName, QuotaState } from './domain/money/quota.ts';
export { NO_USAGE } from './ports/usage-meter.ts';
export type { Admission, UsageMeter } from './ports/usage-meter.ts';
export { NO_JOB_ENDS } from './ports/job-ends.ts';
export type { JobEnds } from './ports/job-ends.ts';
export type { JobQueue, RunOutcome } from './ports/job-queue.ts';
export type { MusicTrack, Musician, Piece } from './ports/musician.ts';
export type { Log, LogFields } from './ports/log.ts';
export type {
  NarrationRequest,
  Narrator,
  Phonemes,
  SpeechMark,
  SpokenAudio,
  Voice,
} from './ports/narrator.ts';
export { POST_FIELDS, PRIVACIES, PUBLISHER_NAMES, PublisherFailed } from './ports/publisher.ts';
export type {
  AccessToken,
  AccountTokens,
  Channel,
  Post,
  PostField,
  PublishedVideo,
  Publisher,
  PublisherName,
  PublisherSignIn,
  SignInAnswer,
  SignInAsked,
  Upload,
  UploadFile,
  UploadPart,
} from './ports/publisher.ts';
export type { ObjectInfo, ObjectSource, ObjectStore } from './ports/object-store.ts';
export { SECRET_NAMES } from './ports/secret-source.ts';
export type { SecretName, SecretSource } from './ports/secret-source.ts';
export type { RemarkedScript, ScriptRequest, StoryRequest, StoryWriter } from './ports/story-writer.ts';
export type {
  PictureWanted,
  Rates,
  RecordingGiven,
  RecordingHeard,
  SceneWarning,
  ScriptReview,
  ScriptWanted,
  Speech,
  SpeechWanted,
  Studio,
  StudioAbout,
  WrittenScript,
} from './ports/studio.ts';
export { PROVIDER_OUTCOMES, PUBLICATION_FAILURES, PUBLICATION_OUTCOMES } from './ports/telemetry.ts';
export type { ProviderKind, ProviderOutcome, Telemetry, TelemetryEvent } from './ports/telemetry.ts';
export { NO_TRACES } from './ports/traces.ts';
export type { Span, SpanFacts, TraceHeaders, Traces } from './ports/traces.ts';
export type { SwapResult, VersionedObject, VersionedObjects } from './ports/versioned-objects.ts';
