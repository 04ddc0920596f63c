// Made from the API’s description by `npm run generate -w @shortfactory/client`; never edited.

export interface paths {
  '/': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Name, version and links */
    get: operations['getService'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/deletion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether everything is about to be deleted */
    get: operations['getDeletion'];
    put?: never;
    /**
     * Delete everything of one’s own
     * @description Videos with their links, batches, webhooks, keys, connected channels and usage go 24 hours later; until then it can be taken back. What was published elsewhere stays there.
     */
    post: operations['askDeletion'];
    /** Keep everything after all */
    delete: operations['keepEverything'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that one has, as archives to take along
     * @description One archive at a time, newest videos first, at most 100 videos and 2 GB each: their files, scripts and records, and in the first one batches, webhooks, keys (without what is secret) and usage. `next` leads to the one after it.
     */
    get: operations['getExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/export.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * An archive of what one has
     * @description A download that was cut goes on with `Range` and `If-Range`; when something of it has changed meanwhile it begins anew.
     */
    get: operations['getExportArchive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own batches, newest first */
    get: operations['listBatches'];
    put?: never;
    /**
     * Make a video of each row of a table
     * @description CSV or JSON lines with a `topic` or a `script` a row. Answers at once with the batch and what it costs about; its rows become videos of the caller a few at a time, and each reaches an end whatever happens. Rows with the same content are made once, also when the table is sent again.
     */
    post: operations['makeBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A batch and its rows, by pages */
    get: operations['getBatch'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The archives of its videos that are ready
     * @description Each is a ZIP of at most 2 GB; none as long as no video is ready.
     */
    get: operations['getBatchArchive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin no further rows and stop those that are being made
     * @description What is made stays. Cancelling twice is once.
     */
    post: operations['cancelBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who was told that a batch ended, newest first
     * @description Only its owner may see it. An entry goes 30 days after its last change.
     */
    get: operations['listBatchDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/deliveries/{delivery}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver the end of a batch once more
     * @description With the same `webhook-id`; tried at once, and for 24 hours where that fails.
     */
    post: operations['redeliverBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/manifest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All rows of a batch with their videos
     * @description At any time; rows that have not ended say so.
     */
    get: operations['getBatchManifest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/manifest.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All rows of a batch with their videos, as CSV
     * @description A text that looks like a formula gets an apostrophe before it, so that it stays text.
     */
    get: operations['getBatchManifestCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin no further rows
     * @description Those that are being made are finished.
     */
    post: operations['pauseBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on with a batch that is paused or has reached its cap */
    post: operations['resumeBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try the rows again that have failed
     * @description What they have made already is reused.
     */
    post: operations['retryBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/{id}/videos.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Its videos that are ready, as a ZIP
     * @description In the order of their rows, with the list of all rows as `rows.csv` in the first part. A download that was cut goes on with `Range` and `If-Range`; when another video has become ready meanwhile it begins anew.
     */
    get: operations['getBatchVideos'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/batches/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a table would become, and what is wrong with it
     * @description Nothing is made. The same rows and limits as `POST /api/batches`.
     */
    post: operations['checkBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/claims': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take along what was made with a visitor’s token
     * @description Each video moves by itself and at once, also one that is being made; its address stays. A batch moves with the videos of its rows and goes on; webhooks keep their secrets. The same request may be sent again.
     */
    post: operations['claimVideos'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/footage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Search photos and clips whose licences allow their use
     * @description The first source that has any answers; one that fails is left out with a sentence in `failures`. Nothing is fetched. It costs nothing.
     */
    get: operations['searchFootage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/footage/{source}/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A photo or clip that a script names, as its source says it now */
    get: operations['getFootage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/footage/films/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A clip that was found, to look at
     * @description The `film` of a search, passed on as its source sends it. It is not what a video is made of.
     */
    get: operations['getFootageFilm'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/footage/previews/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A small picture of what was found
     * @description The `preview` of a search: fetched from its source by this API, and kept for a while.
     */
    get: operations['getFootagePreview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/illustrations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Draw a scene's picture now
     * @description The picture is stored as an upload that the scene can name. Another `take` is another picture.
     */
    post: operations['drawIllustration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Voices, languages, styles, aspects and limits */
    get: operations['getOptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publications/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a video has come on its way */
    get: operations['getPublication'];
    put?: never;
    post?: never;
    /**
     * Stop a video on its way
     * @description Until its last byte is sent; what is published is deleted where it is.
     */
    delete: operations['stopPublication'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publications/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Go on with what was refused, stopped or is unsure
     * @description For one that is unsure: its owner has looked, and the video is not there.
     */
    post: operations['retryPublication'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publishers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where videos can be sent, and the caller’s channel there */
    get: operations['listPublishers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publishers/youtube': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Disconnect the channel
     * @description Takes the access back at Google and forgets it. What is under way stops.
     */
    delete: operations['disconnectYoutube'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publishers/youtube/connect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to connect a channel
     * @description The owner of the channel says yes on the page at `url`; within 15 minutes the browser comes back with `code` and `state`.
     */
    post: operations['connectYoutube'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/publishers/youtube/connection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Connect the channel of who said yes
     * @description In place of the one before. What Google gives is stored sealed, and shown to nobody.
     */
    post: operations['connectedYoutube'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find the words of a narration in a recording of it
     * @description Upload the sound first. What is found is kept, and a video made with the recording finds it ready. A recording of other words is refused with the first one that was not found.
     */
    post: operations['hearRecording'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/scripts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A topic or a story becomes a script to edit */
    post: operations['writeScript'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/scripts/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a script would become, without making anything
     * @description Length, waiting time and cost are estimates. Warnings name scenes that are long and characters that captions cannot show.
     */
    post: operations['checkScript'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/shared/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A video by a link to it
     * @description A link that has ended, was revoked, lost its video or was never made is answered alike (404).
     */
    get: operations['getShared'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/shared/{token}/captions.vtt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its captions as VTT, by a link */
    get: operations['getSharedCaptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/shared/{token}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The video as MP4, by a link */
    get: operations['getSharedFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/shared/{token}/poster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A still of it, by a link */
    get: operations['getSharedPoster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/speech': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A sentence spoken, with the time of each word
     * @description What is heard is what a video of the same words has: it is kept, and a video made afterwards finds it ready. Marks of a narration work here too.
     */
    post: operations['speak'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A topic becomes a story */
    post: operations['writeStory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/topics/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether a topic would become an outline, before anything is made
     * @description Known where the offline writer writes; it costs nothing. A service is not asked: what it would write is not known before.
     */
    post: operations['checkTopic'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say what will be uploaded, and learn where to send it
     * @description Send the bytes with one PUT to `url`, with the given headers, within the hour. On a bucket `url` is a resumable session. Then name the upload in a scene or as music.
     */
    post: operations['announceUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/uploads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An uploaded picture, clip or music */
    get: operations['getUpload'];
    /**
     * The bytes of an upload, where the store is a disk
     * @description The address itself is the permission. What comes is looked at: it must be what was announced, music must be heard, and a clip must show something.
     */
    put: operations['sendUpload'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What one has made and used, day by day, and what is left of today
     * @description Videos count on the day on which they were asked for, what they cost when they have ended. At most 93 days at a time.
     */
    get: operations['getUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own videos, newest first */
    get: operations['listVideos'];
    put?: never;
    /**
     * Make a video of a topic or a script
     * @description Answers at once with the job, which from here on reaches an end whatever happens. With an `Idempotency-Key` the same request may be sent again and is still one job.
     */
    post: operations['makeVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A video and how far it is */
    get: operations['getVideo'];
    put?: never;
    post?: never;
    /** Cancel a video that is being made; remove one that is not */
    delete: operations['deleteVideo'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a video that is being made
     * @description Unlike DELETE it never removes one: a video that is done or failed is left as it is (409). Cancelling twice is once.
     */
    post: operations['cancelVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/captions.srt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The captions as SRT */
    get: operations['getSrtCaptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/captions.vtt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The captions as VTT */
    get: operations['getVttCaptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who was told that a video ended, newest first
     * @description Only its owner may see it. An entry goes 30 days after its last change.
     */
    get: operations['listDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/deliveries/{delivery}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deliver once more
     * @description With the same `webhook-id`; tried at once, and for 24 hours where that fails.
     */
    post: operations['redeliver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A video as it is made, as server-sent events
     * @description Events `progress`, then one of `done`, `failed`, `cancelled`. The data of each is the whole job, its id the revision. With `Last-Event-ID` nothing is repeated; a finished job that is known is answered with 204, which ends an EventSource.
     */
    get: operations['watchVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/file': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The video as MP4 */
    get: operations['getVideoFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/kit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What goes with a finished video where it is posted */
    get: operations['getKit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/kit.txt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The publish kit as a file to copy from */
    get: operations['getKitText'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The links to a video, oldest first
     * @description With those that were over in the last 90 days. Only its owner may see them.
     */
    get: operations['listLinks'];
    put?: never;
    /**
     * Make a link by which anybody watches a video
     * @description It cannot be guessed, is listed nowhere, lets nobody change anything, and ends on its day, when it is revoked, and with the video. 50 may be live.
     */
    post: operations['makeLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/links/{link}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a link for good */
    delete: operations['revokeLink'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/poster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A still of the video */
    get: operations['getPoster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/project.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A folder for an editing program, for two days after the video was made
     * @description OpenTimelineIO and Final Cut Pro XML with tracks of scenes, voice, music and captions, and the media that they name beside themselves. The first aspect without `aspect`.
     */
    get: operations['getProject'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/publications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a video was sent, newest first */
    get: operations['listPublications'];
    put?: never;
    /**
     * Send a finished video to the connected channel
     * @description In the background, and once: the same request again is the same publication. What was refused or stopped begins anew with what is asked for now.
     */
    post: operations['publishVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Try a failed video again
     * @description What was made already is reused; only the owner may ask. A finished video whose files are damaged or gone is made again, too.
     */
    post: operations['retryVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/videos/{id}/scenes/{n}/illustration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A scene's picture, scenes counted from 0 */
    get: operations['getIllustration'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/voices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who can speak, and where each can be heard */
    get: operations['listVoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/voices/{voice}/sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A few words of a voice
     * @description Spoken once and kept. A voice of a service costs what those few words cost there.
     */
    get: operations['hearVoice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own webhooks, oldest first */
    get: operations['listWebhooks'];
    put?: never;
    /**
     * Be told of every video of yours that ends
     * @description By the Standard Webhooks specification. The answer has the secret that signs what is sent; it is not shown again.
     */
    post: operations['addWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Be told no more
     * @description What was to be delivered to it still is dropped.
     */
    delete: operations['removeWebhook'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another secret for a webhook
     * @description For 24 hours the secret before it signs as well, so that a receiver can change over; an older one does not.
     */
    post: operations['renewWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This description, for people */
    get: operations['getDocs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether everything that is needed works */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process is alive */
    get: operations['getLive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This description, for programs */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether it takes traffic */
    get: operations['getReady'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  batchEnded: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The last row of a batch has ended */
    post: operations['batchEnded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  videoEnded: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A video is done, has failed or was cancelled */
    post: operations['videoEnded'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AccountExport: {
      bytes: number;
      /** @description cursor of the next archive; absent with the last one */
      next?: string;
      url: string;
      /** @description how many are in it */
      videos: number;
    };
    Batch: {
      capUsd?: number;
      /** @description what was spent so far */
      costUsd: number;
      counts: components['schemas']['BatchCounts'];
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      /** @description about what its rows cost, before anything was made */
      estimateUsd: number;
      /**
       * Format: date-time
       * @description when its last row ended
       */
      finishedAt?: string;
      id: string;
      name?: string;
      rows: number;
      /**
       * @description capped: the next row would pass the cap, and the rest waits
       * @enum {string}
       */
      status: 'running' | 'paused' | 'capped' | 'done' | 'cancelled';
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      updatedAt: string;
    };
    BatchArchive: {
      parts: {
        bytes: number;
        /** @description path on this API's own host, beginning with /api/ */
        url: string;
        videos: number;
      }[];
    };
    BatchCheck: {
      estimateUsd: number;
      /** @description about how long it takes, one after the other */
      makeSeconds: number;
      /** @description rows that cannot be made */
      problems: {
        /** @description what mends it, where that is certain */
        fix?: components['schemas']['BatchFix'];
        /** @description the first of the row's lines in the table, from 1 */
        line: number;
        /** @description the rest of a sentence that begins with the line */
        problem: string;
      }[];
      rows: {
        aspects: string[];
        id?: string;
        /** @description the first of the row's lines in the table, from 1 */
        line: number;
        /** @description the name of its look, empty for one without */
        look?: string;
        /** @description line of the row that it repeats */
        sameAs?: number;
        seconds: number;
        title: string;
        /** @description about what it costs */
        usd: number;
        voice?: string;
      }[];
      videos: number;
    };
    BatchCounts: {
      cancelled: number;
      done: number;
      failed: number;
      making: number;
      /** @description the same as an earlier row, which is made once */
      repeated: number;
      waiting: number;
    };
    BatchEvent: {
      data: {
        costUsd: number;
        counts: components['schemas']['BatchCounts'];
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         */
        createdAt: string;
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         */
        finishedAt: string;
        id: string;
        /** @description path of the list of its rows with their videos */
        manifest: string;
        name?: string;
        /** @enum {string} */
        status: 'done' | 'cancelled';
        /** @description the batch's path; every `url` is on the API's own host */
        url: string;
      };
      /**
       * Format: date-time
       * @description when its last row ended
       */
      timestamp: string;
      /** @constant */
      type: 'batch.done';
    };
    BatchFix: {
      /** @description the column's name as the table's heading has it, or the field in JSON lines */
      column: string;
      /** @description what a button may say */
      label: string;
      /** @description what is to stand in that cell; in JSON lines it is JSON */
      value: string;
    };
    BatchList: {
      batches: components['schemas']['Batch'][];
      /** @description cursor of the following page */
      next?: string;
    };
    BatchManifest: {
      batch: components['schemas']['Batch'];
      rows: components['schemas']['BatchRow'][];
    };
    BatchPage: {
      batch: components['schemas']['Batch'];
      /** @description cursor of the following page of rows */
      next?: string;
      rows: components['schemas']['BatchRow'][];
    };
    BatchRow: {
      costUsd: number;
      /** @description sentences: what is less than it could be */
      degraded?: string[];
      error?: {
        detail: string;
        retryable: boolean;
        title: string;
      };
      /** @description as the table has it */
      id?: string;
      /** @description the first of the row's lines in the table, from 1 */
      line: number;
      /** @description when done */
      outputs?: {
        /** @enum {string} */
        aspect: '9:16' | '1:1' | '16:9';
        bytes: number;
        heightPx: number;
        seconds: number;
        /** @description path on this API's own host, beginning with /api/ */
        url: string;
        widthPx: number;
      }[];
      /** @description while it is made */
      percent?: number;
      /** @description while it waits: how many rows of the batch are before it, and 1 */
      place?: number;
      /** @description when done */
      poster?: string;
      /** @enum {string} */
      state: 'waiting' | 'making' | 'done' | 'failed' | 'cancelled' | 'repeated';
      title: string;
      /** @description the video's path */
      url?: string;
      /** @description id of its video, once there is one */
      video?: string;
    };
    /** @description a named style, and what of it is another way; null takes away what the style has */
    CaptionChoice: {
      /** @enum {string} */
      case?: 'as-written' | 'capitals';
      /** @enum {string} */
      entrance?: 'none' | 'fade' | 'pop';
      fill?: string;
      lines?: number;
      outline?: {
        colour: string;
        em: number;
      } | null;
      plate?: {
        colour: string;
        opacity: number;
      } | null;
      /** @enum {string} */
      position?: 'top' | 'middle' | 'lower';
      shadow?: {
        blurEm: number;
        colour: string;
        opacity: number;
        xEm: number;
        yEm: number;
      } | null;
      /** @enum {string} */
      shows?: 'cue' | 'word' | 'nothing';
      /** @description against the named style's own */
      size?: number;
      spoken?:
        | {
            /** @constant */
            as: 'block';
            colour: string;
            letters: string;
          }
        | {
            /** @constant */
            as: 'colour';
            colour: string;
          }
        | {
            /** @constant */
            as: 'underline';
            colour: string;
          }
        | {
            /** @constant */
            as: 'plain';
          };
      /** @enum {string} */
      style: 'block' | 'outline' | 'pop' | 'underline' | 'calm' | 'none';
      tiltDegrees?: number;
      /** @enum {string} */
      typeface?: 'gothic' | 'sans';
      weight?: number;
      widthPercent?: number;
    };
    CheckAnswer: {
      costUsd: number;
      /** @description about, until it is ready */
      makeSeconds: number;
      scenes: {
        seconds: number;
        warnings: {
          /** @description the characters that cannot be drawn */
          chars?: string[];
          /** @enum {string} */
          code: 'too-long' | 'glyph';
          detail: string;
          /** @description UTF-16 offset in the narration where a split reads well */
          splitAt?: number;
          title: string;
        }[];
      }[];
      /** @description about, of the finished video */
      seconds: number;
    };
    CheckRequest: {
      /**
       * @default [
       *       "9:16"
       *     ]
       */
      aspects?: ('9:16' | '1:1' | '16:9')[];
      script: components['schemas']['ScriptInput'];
      voice?: string;
    };
    Claim: {
      /** @description where batches were asked for */
      batches?: {
        /** @description ids of those that are somebody else's by now, or gone */
        left: string[];
        /** @description ids of those that are the caller's now, or were before */
        taken: string[];
      };
      /** @description ids of those that are somebody else's by now, or gone */
      left: string[];
      /** @description ids of those that are the caller's now, or were before */
      taken: string[];
      /** @description where webhooks were asked for */
      webhooks?: {
        /** @description ids of those whose address the caller has already, or beyond ten */
        left: string[];
        /** @description ids of those that are the caller's now, or were before */
        taken: string[];
      };
    };
    ClaimRequest: {
      /** @description with the videos of their rows */
      batches?: string[];
      videos?: string[];
      /** @description the token with which the videos were made: who has it owns them */
      visitor: string;
      /**
       * @description all standing webhooks, with their secrets
       * @constant
       */
      webhooks?: true;
    };
    Connect: {
      /** @description the page of the publisher on which its owner says yes */
      url: string;
    };
    ConnectedPublisher: {
      /** @description the caller’s, once it is connected */
      channel?: {
        /**
         * Format: date-time
         * @description when it was connected here
         */
        connectedAt: string;
        name: string;
      };
      /** @enum {string} */
      name: 'youtube';
      video?: string;
    };
    ConnectionAnswer: {
      code: string;
      state: string;
    };
    ConnectRequest: {
      /** @description where the browser comes back to; as it is registered with the client */
      redirectUri: string;
      /** @description comes back with the answer */
      video?: string;
    };
    Credit: {
      /** @description the line of credit that the licence asks for */
      attribution: string;
      author: string;
      authorUrl?: string;
      /** @description the scene's cut that shows it, from 0; its own visual without it */
      cut?: number;
      id: string;
      licence: {
        /** @enum {string} */
        id: 'CC0' | 'PDM' | 'CC BY' | 'CC BY-SA' | 'Pexels' | 'Pixabay';
        url: string;
        version?: string;
      };
      /** @description its page at the source */
      pageUrl: string;
      /** @description from 0 */
      scene: number;
      /** @enum {string} */
      source: 'pexels' | 'pixabay' | 'openverse' | 'wikimedia';
      title: string;
    };
    Deletion: {
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      askedAt: string;
      /** @description it is being done, and cannot be taken back any more */
      begun: boolean;
      /**
       * Format: date-time
       * @description when it begins; until then it can be taken back
       */
      dueAt: string;
    };
    DeletionRequest: {
      /** @constant */
      confirm: 'delete everything';
    };
    DeletionState: {
      /** @description absent where nothing is about to be deleted */
      deletion?: components['schemas']['Deletion'];
    };
    Delivery: {
      attempts: {
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         */
        at: string;
        problem?: string;
        seconds: number;
        status?: number;
      }[];
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      /** @enum {string} */
      event: 'video.done' | 'video.failed' | 'video.cancelled' | 'batch.done';
      id: string;
      /** @description `webhook-id` of every try */
      messageId: string;
      /**
       * Format: date-time
       * @description about; while it is pending
       */
      nextTryAt?: string;
      /**
       * @description failed: given up after 24 hours; dropped: its webhook was removed first
       * @enum {string}
       */
      state: 'pending' | 'delivered' | 'failed' | 'dropped';
      url: string;
      /** @description id of the standing webhook; without it the video’s own */
      webhook?: string;
    };
    DeliveryList: {
      deliveries: components['schemas']['Delivery'][];
    };
    DisconnectedPublisher: {
      /** @description false: the publisher could not be told; take the access back there */
      revoked: boolean;
    };
    Footage: {
      /** @description sentences: which source did not answer, and why */
      failures: string[];
      /** @description best first */
      items: components['schemas']['FoundFootage'][];
      /** @description another page, where there may be one */
      next?: number;
      /** @description that are configured, in the order in which they are asked */
      sources: ('pexels' | 'pixabay' | 'openverse' | 'wikimedia')[];
    };
    FoundFootage: {
      /** @description the line of credit that the licence asks for */
      attribution: string;
      author: string;
      authorUrl?: string;
      /** @description of a clip: its smallest file that can be looked at, as a path on this API */
      film?: string;
      heightPx: number;
      id: string;
      /** @enum {string} */
      kind: 'photo' | 'clip';
      licence: {
        /** @enum {string} */
        id: 'CC0' | 'PDM' | 'CC BY' | 'CC BY-SA' | 'Pexels' | 'Pixabay';
        url: string;
        version?: string;
      };
      /** @description its page at the source */
      pageUrl: string;
      /** @description the same picture by this API: a path for pages that ask nobody else */
      preview: string;
      /** @description a small picture at the source, for showing what was found and nothing else */
      previewUrl: string;
      /** @description of a clip */
      seconds?: number;
      /** @enum {string} */
      source: 'pexels' | 'pixabay' | 'openverse' | 'wikimedia';
      title: string;
      /** @description of the largest file that can be had */
      widthPx: number;
    };
    Health: {
      /** Format: date-time */
      checkedAt: string;
      checks: {
        ffmpeg: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        image: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        llm: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        queue: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        secrets: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        storage: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
        voice: {
          /** @description a short text for operators; never a secret */
          detail: string;
          latencyMs: number;
          /** @enum {string} */
          state: 'ok' | 'slow' | 'offline' | 'broken';
        };
      };
      environment: string;
      jobs: {
        running: number;
        waiting: number;
      };
      /** @description no new work is taken */
      maintenance?: {
        /** Format: date-time */
        ends?: string;
        sentence: string;
      };
      revision: string;
      runtime: string;
      /** Format: date-time */
      startedAt: string;
      /** @enum {string} */
      status: 'ok' | 'broken';
      version: string;
    };
    Illustration: {
      /** @description what POST /api/uploads answered as `upload` */
      upload: string;
      url: string;
    };
    IllustrationRequest: {
      /** @enum {string} */
      imageStyle: 'flat' | 'paper' | 'ink' | 'chalk';
      language: string;
      narration: string;
      /** @default 0 */
      take?: number;
      visual: string;
    };
    Job: {
      /** @description what came with the topic */
      brief?: {
        /** @description said at the end, as it stands */
        callToAction?: string;
        /**
         * @description what the script is built like; without it as the words of the topic show
         * @enum {string}
         */
        kind?: 'explain' | 'list' | 'story' | 'how-to' | 'news' | 'ad' | 'quiz';
        sources?: {
          chars: number;
          title?: string;
        }[];
      };
      captions?: {
        /** @description path on this API's own host, beginning with /api/ */
        srt: string;
        /** @description path on this API's own host, beginning with /api/ */
        vtt: string;
      };
      costUsd: number;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      /** @description whose photos and clips it shows: each line goes with the posted video; when done */
      credits?: components['schemas']['Credit'][];
      /** @description sentences: what is less than it could be */
      degraded: string[];
      /** @description to go with the posted video; when done */
      description?: string;
      /**
       * @description IPTC digital source type of the video; when done, and a trained model had part in it
       * @enum {string}
       */
      digitalSourceType?:
        'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia' | 'digitalCreation';
      /** @description sentence to post with the video: what of it was made with AI; beside digitalSourceType */
      disclosure?: string;
      error?: {
        detail: string;
        retryable: boolean;
        /** @description from 1, as people count */
        scene?: number;
        /** @enum {string} */
        stage: 'story' | 'script' | 'illustrate' | 'narrate' | 'caption' | 'compose' | 'publish';
        title: string;
      };
      etaSeconds?: number;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      finishedAt?: string;
      frames?: {
        done: number;
        total: number;
      };
      id: string;
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
      /** @description whether the asker is its owner and may change it */
      mine: boolean;
      /** @description stages done without a service; when done */
      offline: ('story' | 'script' | 'illustrate' | 'narrate' | 'caption' | 'compose' | 'publish')[];
      outputs: {
        /** @enum {string} */
        aspect: '9:16' | '1:1' | '16:9';
        bytes: number;
        heightPx: number;
        seconds: number;
        /** @description path on this API's own host, beginning with /api/ */
        url: string;
        widthPx: number;
      }[];
      /** @description 0 to 100 of the whole */
      percent: number;
      /** @description path on this API's own host, beginning with /api/ */
      poster?: string;
      scenes: {
        captioned: boolean;
        /** @description path on this API's own host, beginning with /api/ */
        illustrationUrl?: string;
        /** @description from 0 */
        index: number;
        narrationSeconds?: number;
        /** @enum {string} */
        state: 'waiting' | 'drawing' | 'speaking' | 'ready';
      }[];
      /** @description as soon as it is written */
      script?: components['schemas']['Script'];
      settings: {
        aspects: ('9:16' | '1:1' | '16:9')[];
        /** @enum {string} */
        emoji?: 'silent' | 'spoken';
        /** @enum {string} */
        imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
        language?: string;
        look?: components['schemas']['Look'];
        music?: string;
        narration?: string;
        pitch?: number;
        /** @description that were asked for; of a script that said none, about how long it is */
        seconds: number;
        speed?: number;
        /** @enum {string} */
        track?:
          | 'auto'
          | 'morning'
          | 'lamplight'
          | 'rainy-window'
          | 'question'
          | 'hopscotch'
          | 'running-start'
          | 'countdown'
          | 'cellar-door'
          | 'letter'
          | 'first-light'
          | 'summit'
          | 'workbench';
        /** @enum {string} */
        visuals?: 'drawn' | 'photos' | 'clips' | 'mixed';
        voice?: string;
      };
      /** @enum {string} */
      stage?: 'story' | 'script' | 'illustrate' | 'narrate' | 'caption' | 'compose' | 'publish';
      stages: {
        percent: number;
        seconds?: number;
        /** @enum {string} */
        stage: 'story' | 'script' | 'illustrate' | 'narrate' | 'caption' | 'compose' | 'publish';
        /** @enum {string} */
        state: 'waiting' | 'running' | 'done' | 'failed';
      }[];
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      startedAt?: string;
      /** @enum {string} */
      status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      title: string;
      topic?: string;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      updatedAt: string;
    };
    JobList: {
      /** @description cursor of the following page */
      next?: string;
      videos: components['schemas']['Job'][];
    };
    Kit: {
      /** @description what the thumbnail shows, for those who do not see it */
      altText: string;
      captions: {
        /** @description path on this API's own host, beginning with /api/ */
        srt: string;
        /** @description path on this API's own host, beginning with /api/ */
        vtt: string;
      };
      /** @description whose photos and clips it shows, a line each */
      credits: {
        /** @description the line of credit that the licence asks for */
        attribution: string;
        licence: {
          /** @enum {string} */
          id: 'CC0' | 'PDM' | 'CC BY' | 'CC BY-SA' | 'Pexels' | 'Pixabay';
          url: string;
          version?: string;
        };
        /** @description from 1 */
        scenes: number[];
      }[];
      /** @description without hashtags */
      description: string;
      /**
       * @description beside disclosure
       * @enum {string}
       */
      digitalSourceType?:
        'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia' | 'digitalCreation';
      /** @description what of it was made with AI; absent where no trained model had part */
      disclosure?: string;
      /** @description each with its sign: the description's own, else words of the script */
      hashtags: string[];
      /** @description BCP 47, of all words here */
      language: string;
      /** @description all that is pasted where a video is described: description, disclosure, hashtags, credits */
      text: string;
      /** @description path on this API's own host, beginning with /api/ */
      thumbnail: string;
      title: string;
      videos: {
        /** @enum {string} */
        aspect: '9:16' | '1:1' | '16:9';
        bytes: number;
        heightPx: number;
        seconds: number;
        /** @description path on this API's own host, beginning with /api/ */
        url: string;
        widthPx: number;
      }[];
    };
    Link: {
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      download: boolean;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      endsAt: string;
      id: string;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      lastWatchedAt?: string;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      revokedAt?: string;
      /** @enum {string} */
      state: 'live' | 'ended' | 'revoked';
      /** @description while it is live; the web interface shows it as /s/<token> */
      token?: string;
      /** @description how often it was played, about */
      watched: number;
    };
    LinkList: {
      links: components['schemas']['Link'][];
    };
    LinkRequest: {
      /** @description days until it ends, with the last one; 14 without days and until */
      days?: number;
      /** @description whether the file may be saved as well as watched; false without it */
      download?: boolean;
      /**
       * Format: date
       * @description the last day, in UTC; in place of days
       */
      until?: string;
    };
    /** @description what it leaves open is as without a look, and the request comes first */
    Look: {
      captions?: components['schemas']['CaptionChoice'];
      colours?: {
        /** @description of the other words */
        letters?: string;
        /** @description of the spoken word, its block or its line */
        spoken?: string;
      };
      /** @enum {string} */
      imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
      music?: {
        /** @description against the usual level */
        levelDb?: number;
        /** @enum {string} */
        track?:
          | 'auto'
          | 'morning'
          | 'lamplight'
          | 'rainy-window'
          | 'question'
          | 'hopscotch'
          | 'running-start'
          | 'countdown'
          | 'cellar-door'
          | 'letter'
          | 'first-light'
          | 'summit'
          | 'workbench'
          | 'none';
      };
      name?: string;
      /** @description how fast it is spoken; 1 is the voice's own pace */
      speed?: number;
      /**
       * @description from scene to scene; mixed is a fade or a slide by the picture, as without it
       * @enum {string}
       */
      transition?: 'mixed' | 'cut' | 'fade' | 'slide';
      /** @constant */
      version: 1;
      voice?: string;
    };
    Options: {
      aspects: ('9:16' | '1:1' | '16:9')[];
      /** @description what `captions.style` of a look may be */
      captionStyles: ('block' | 'outline' | 'pop' | 'underline' | 'calm' | 'none')[];
      estimates: {
        /** @description seconds of waiting for a second of video, about */
        makeSecondsPerSecond: number;
        /** @description for each cut whose picture is drawn */
        usdPerPicture: number;
        usdPerSecond: number;
        usdPerVideo: number;
      };
      /** @description where photos and clips of others are searched; nowhere when it is empty */
      footage: {
        sources: ('pexels' | 'pixabay' | 'openverse' | 'wikimedia')[];
      };
      imageStyles: ('flat' | 'paper' | 'ink' | 'chalk')[];
      languages: {
        label: string;
        tag: string;
      }[];
      limits: {
        clipBytes: number;
        imageBytes: number;
        maxSeconds: number;
        minSeconds: number;
        musicBytes: number;
        narrationChars: number;
        scenes: number;
        titleChars: number;
        topicChars: number;
        totalWords: number;
        visualChars: number;
      };
      /** @description looks that `look` of a request may name, and what they are */
      looks: {
        /** @enum {string} */
        id:
          | 'newsstand'
          | 'midnight'
          | 'playground'
          | 'field-notes'
          | 'library-card'
          | 'silent-film'
          | 'chalkboard'
          | 'matchday';
        label: string;
        look: components['schemas']['Look'];
      }[];
      offline: {
        image: boolean;
        llm: boolean;
        voice: boolean;
      };
      /** @description music of the shelf */
      tracks: {
        /** @enum {string} */
        id:
          | 'morning'
          | 'lamplight'
          | 'rainy-window'
          | 'question'
          | 'hopscotch'
          | 'running-start'
          | 'countdown'
          | 'cellar-door'
          | 'letter'
          | 'first-light'
          | 'summit'
          | 'workbench';
        label: string;
        moods: string[];
        /** @description of one round; it is repeated */
        seconds: number;
      }[];
      voices: {
        id: string;
        label: string;
        languages: string[];
        /** @description of a natural voice on this machine */
        licence?: string;
        /**
         * @description a model makes it, here or at a service
         * @constant
         */
        natural?: true;
        /**
         * @description `pitch` of a request is followed
         * @constant
         */
        setsPitch?: true;
      }[];
    };
    Problem: {
      detail: string;
      errors?: {
        detail: string;
        /**
         * @description which part; of a query or header the pointer is its name
         * @enum {string}
         */
        in: 'body' | 'query' | 'header';
        /** @description JSON pointer (RFC 6901); empty for the whole */
        pointer: string;
      }[];
      instance: string;
      retryAfterSeconds?: number;
      status: number;
      title: string;
      type: string;
    };
    Publication: {
      bytes: number;
      /** @description its name */
      channel: string;
      /**
       * Format: date-time
       * @description ISO 8601, UTC
       */
      createdAt: string;
      id: string;
      /**
       * Format: date-time
       * @description about; while it is waiting
       */
      nextTryAt?: string;
      /** @description of its bytes, as the publisher has them */
      percent: number;
      /** @enum {string} */
      privacy: 'private' | 'unlisted' | 'public';
      problem?: {
        /**
         * @description what the publisher does not take
         * @enum {string}
         */
        field?: 'title' | 'description' | 'tags' | 'privacy' | 'publishAt' | 'language';
        sentence: string;
        /** @enum {string} */
        why: 'refused' | 'quota' | 'access' | 'away';
      };
      /**
       * Format: date-time
       * @description ISO 8601, UTC
       */
      publishAt?: string;
      /** @enum {string} */
      publisher: 'youtube';
      /**
       * Format: date-time
       * @description ISO 8601, UTC
       */
      sentAt?: string;
      /**
       * @description unsure: it may be there, and only its owner can see; sent again by retry alone
       * @enum {string}
       */
      state: 'waiting' | 'sending' | 'sent' | 'refused' | 'unsure' | 'stopped';
      title: string;
      /** @description where it is, once it is sent */
      url?: string;
      /** @description id of the video here */
      video: string;
    };
    PublicationList: {
      publications: components['schemas']['Publication'][];
    };
    PublicationRequest: {
      /**
       * @description the first one without it
       * @enum {string}
       */
      aspect?: '9:16' | '1:1' | '16:9';
      /**
       * Format: date-time
       * @description when it is sent; at once without it
       */
      at?: string;
      /** @description at most 5,000 bytes, without < and > */
      description?: string;
      language?: string;
      /** @default false */
      madeForKids?: boolean;
      /**
       * @default private
       * @enum {string}
       */
      privacy?: 'private' | 'unlisted' | 'public';
      /**
       * Format: date-time
       * @description when the publisher shows it to everybody; with privacy private alone
       */
      publishAt?: string;
      /**
       * @default youtube
       * @enum {string}
       */
      publisher?: 'youtube';
      /** @description altered or synthetic content; without it what the kit says of how it was made */
      syntheticMedia?: boolean;
      tags?: string[];
      /**
       * @description whether the poster is sent as its thumbnail
       * @default true
       */
      thumbnail?: boolean;
      /** @description at most 100 characters, without < and > */
      title?: string;
    };
    Publisher: {
      /** @description the caller’s, once it is connected */
      channel?: {
        /**
         * Format: date-time
         * @description when it was connected here
         */
        connectedAt: string;
        name: string;
      };
      /** @enum {string} */
      name: 'youtube';
    };
    PublisherList: {
      /** @description empty where none is set up */
      publishers: components['schemas']['Publisher'][];
    };
    Quota: {
      left: number;
      limit: number;
      /** @enum {string} */
      name: 'videos' | 'minutes' | 'usd';
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      renewsAt: string;
      used: number;
    };
    Recording: {
      /** @description words that were not found, in order; captions show them all the same */
      missing: string[];
      /** @description from the first word to the last, with a little silence */
      seconds: number;
      words: {
        endMs: number;
        startMs: number;
        text: string;
      }[];
    };
    RecordingRequest: {
      language: string;
      /** @description what POST /api/uploads answered as `upload` */
      recording: string;
      /** @description what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line's speaker, "ANNA: …" */
      text: string;
    };
    /** @description a photo or clip of others that is shown in place of a drawing */
    SceneFootage: {
      id: string;
      /**
       * @description as it was found; it is not shown under another one
       * @enum {string}
       */
      licence?: 'CC0' | 'PDM' | 'CC BY' | 'CC BY-SA' | 'Pexels' | 'Pixabay';
      /** @enum {string} */
      source: 'pexels' | 'pixabay' | 'openverse' | 'wikimedia';
    };
    Script: {
      /** @description to go with the posted video; the first narration without it */
      description?: string;
      /**
       * @description whether emoji are said by their names; silent without it. Captions show them either way
       * @enum {string}
       */
      emoji?: 'silent' | 'spoken';
      /** @enum {string} */
      imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
      language: string;
      /** @description how words are said: in other words, or in IPA between slashes, "/wɪn/" */
      pronunciations?: {
        [key: string]: string;
      };
      scenes: {
        /** @description how the upload is shown; all but fit and focus are for clips */
        clip?: {
          /**
           * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
           * @enum {string}
           */
          fit?: 'fill' | 'fit';
          /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
          focus?: {
            x: number;
            y: number;
          };
          /** @description where the clip begins to be shown; 0 without it */
          fromSeconds?: number;
          /**
           * @description whether its own sound is heard under the voice; off without it
           * @enum {string}
           */
          sound?: 'off' | 'under';
          /** @description how fast it is played */
          speed?: number;
          /** @description where it ends at the latest; the clip's end without it */
          toSeconds?: number;
        };
        /** @description further visuals of the scene, each from the frame at which a word is said, in the order of their words; captions run on over them */
        cuts?: {
          /** @description the word or phrase of the narration with which it comes in: the first such one after the cut before it */
          at: string;
          /** @description how the upload is shown; all but fit and focus are for clips */
          clip?: {
            /**
             * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
             * @enum {string}
             */
            fit?: 'fill' | 'fit';
            /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
            focus?: {
              x: number;
              y: number;
            };
            /** @description where the clip begins to be shown; 0 without it */
            fromSeconds?: number;
            /**
             * @description whether its own sound is heard under the voice; off without it
             * @enum {string}
             */
            sound?: 'off' | 'under';
            /** @description how fast it is played */
            speed?: number;
            /** @description where it ends at the latest; the clip's end without it */
            toSeconds?: number;
          };
          footage?: components['schemas']['SceneFootage'];
          /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
          searchWords?: string[];
          /** @description an upload that is shown in place of a drawing: a picture or a clip */
          upload?: string;
          visual: string;
        }[];
        footage?: components['schemas']['SceneFootage'];
        /** @description what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line's speaker, "ANNA: …" */
        narration: string;
        /** @description an upload: the narration as a person says it, heard in place of a voice */
        recording?: string;
        /** @description the sentence of a source that it rests on; not shown in the video */
        restsOn?: string;
        /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
        searchWords?: string[];
        /** @description an upload that is shown in place of a drawing: a picture or a clip */
        upload?: string;
        visual: string;
      }[];
      /** @description how fast it is spoken; 1 is the voice's own pace */
      speed?: number;
      title: string;
      /** @description who speaks the lines that begin with a name, "ANNA: …"; speakers that are not named get one each */
      voices?: {
        [key: string]: string;
      };
    };
    ScriptInput: {
      /** @description to go with the posted video; the first narration without it */
      description?: string;
      /**
       * @description whether emoji are said by their names; silent without it. Captions show them either way
       * @enum {string}
       */
      emoji?: 'silent' | 'spoken';
      /** @enum {string} */
      imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
      language: string;
      /** @description how words are said: in other words, or in IPA between slashes, "/wɪn/" */
      pronunciations?: {
        [key: string]: string;
      };
      scenes: (
        | {
            /** @description how the upload is shown; all but fit and focus are for clips */
            clip?: {
              /**
               * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
               * @enum {string}
               */
              fit?: 'fill' | 'fit';
              /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
              focus?: {
                x: number;
                y: number;
              };
              /** @description where the clip begins to be shown; 0 without it */
              fromSeconds?: number;
              /**
               * @description whether its own sound is heard under the voice; off without it
               * @enum {string}
               */
              sound?: 'off' | 'under';
              /** @description how fast it is played */
              speed?: number;
              /** @description where it ends at the latest; the clip's end without it */
              toSeconds?: number;
            };
            /** @description further visuals of the scene, each from the frame at which a word is said, in the order of their words; captions run on over them */
            cuts?: (
              | {
                  /** @description the word or phrase of the narration with which it comes in: the first such one after the cut before it */
                  at: string;
                  /** @description how the upload is shown; all but fit and focus are for clips */
                  clip?: {
                    /**
                     * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
                     * @enum {string}
                     */
                    fit?: 'fill' | 'fit';
                    /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
                    focus?: {
                      x: number;
                      y: number;
                    };
                    /** @description where the clip begins to be shown; 0 without it */
                    fromSeconds?: number;
                    /**
                     * @description whether its own sound is heard under the voice; off without it
                     * @enum {string}
                     */
                    sound?: 'off' | 'under';
                    /** @description how fast it is played */
                    speed?: number;
                    /** @description where it ends at the latest; the clip's end without it */
                    toSeconds?: number;
                  };
                  footage?: components['schemas']['SceneFootage'];
                  /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
                  searchWords?: string[];
                  /** @description an upload that is shown in place of a drawing: a picture or a clip */
                  upload?: string;
                  visual?: string;
                }
              | unknown
              | unknown
              | unknown
            )[];
            footage?: components['schemas']['SceneFootage'];
            /** @description what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line's speaker, "ANNA: …" */
            narration: string;
            /** @description an upload: the narration as a person says it, heard in place of a voice */
            recording?: string;
            /** @description the sentence of a source that it rests on; not shown in the video */
            restsOn?: string;
            /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
            searchWords?: string[];
            /** @description an upload that is shown in place of a drawing: a picture or a clip */
            upload?: string;
            visual?: string;
          }
        | unknown
        | unknown
        | unknown
      )[];
      /** @description how fast it is spoken; 1 is the voice's own pace */
      speed?: number;
      title: string;
      /** @description who speaks the lines that begin with a name, "ANNA: …"; speakers that are not named get one each */
      voices?: {
        [key: string]: string;
      };
    };
    ScriptRequest:
      | {
          /** @description said at the end, as it stands */
          callToAction?: string;
          /** @enum {string} */
          imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
          /**
           * @description what the script is built like; without it as the words of the topic show
           * @enum {string}
           */
          kind?: 'explain' | 'list' | 'story' | 'how-to' | 'news' | 'ad' | 'quiz';
          language?: string;
          /** @default 30 */
          seconds?: number;
          /** @description what the script is to stay within, in its language, at most 40000 characters in all; no address is fetched */
          sources?: components['schemas']['TopicSource'][];
          topic: string;
        }
      | {
          /** @description said at the end, as it stands */
          callToAction?: string;
          /**
           * @description what the script is built like; without it as the words of the topic show
           * @enum {string}
           */
          kind?: 'explain' | 'list' | 'story' | 'how-to' | 'news' | 'ad' | 'quiz';
          /** @default 30 */
          seconds?: number;
          /** @description what the script is to stay within, in its language, at most 40000 characters in all; no address is fetched */
          sources?: components['schemas']['TopicSource'][];
          story: components['schemas']['Story'];
          topic?: string;
        };
    SharedVideo: {
      /** @description as WebVTT */
      captions: string;
      credits?: components['schemas']['Credit'][];
      /** @enum {string} */
      digitalSourceType?:
        'trainedAlgorithmicMedia' | 'compositeWithTrainedAlgorithmicMedia' | 'digitalCreation';
      disclosure?: string;
      /** @description whether `?download=1` saves the file */
      download: boolean;
      /**
       * Format: date-time
       * @description until then the link works
       */
      endsAt: string;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      finishedAt: string;
      language: string;
      outputs: {
        /** @enum {string} */
        aspect: '9:16' | '1:1' | '16:9';
        bytes: number;
        heightPx: number;
        seconds: number;
        /** @description path on this API's own host, beginning with /api/ */
        url: string;
        widthPx: number;
      }[];
      poster: string;
      /** @description what is said, scene by scene */
      text: string[];
      title: string;
    };
    Speech: {
      audio: {
        /** @description mono, 16 bit */
        base64: string;
        /** @constant */
        contentType: 'audio/wav';
      };
      costUsd: number;
      /** @description why it is not the voice that was asked for */
      degraded: string[];
      language: string;
      seconds: number;
      voice: string;
      words: {
        endMs: number;
        startMs: number;
        text: string;
      }[];
    };
    SpeechRequest: {
      /** @description found out without it */
      language?: string;
      /** @description semitones above or below the voice's own pitch; a voice without `setsPitch` speaks at its own, which `degraded` says */
      pitch?: number;
      /** @description how words are said: in other words, or in IPA between slashes, "/wɪn/" */
      pronunciations?: {
        [key: string]: string;
      };
      /** @description how fast it is spoken; 1 is the voice's own pace */
      speed?: number;
      /** @description what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line's speaker, "ANNA: …" */
      text: string;
      voice?: string;
    };
    Story: {
      characters: {
        appearance: string;
        name: string;
      }[];
      /** @enum {string} */
      imageStyle: 'flat' | 'paper' | 'ink' | 'chalk';
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
      language: string;
      summary: string;
      title: string;
    };
    StoryRequest: {
      /** @description said at the end, as it stands */
      callToAction?: string;
      /** @enum {string} */
      imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
      /**
       * @description what the script is built like; without it as the words of the topic show
       * @enum {string}
       */
      kind?: 'explain' | 'list' | 'story' | 'how-to' | 'news' | 'ad' | 'quiz';
      language?: string;
      /** @description what the script is to stay within, in its language, at most 40000 characters in all; no address is fetched */
      sources?: components['schemas']['TopicSource'][];
      topic: string;
    };
    /** @description empty where the writer has something to say, and where a service writes */
    TopicCheckAnswer: {
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
    };
    TopicCheckRequest: {
      language?: string;
      topic: string;
    };
    TopicSource: {
      /** @description plain text, Markdown or HTML, which is read to its article */
      text: string;
      title?: string;
    };
    Upload: {
      /** Format: date-time */
      expiresAt: string;
      headers: {
        [key: string]: string;
      };
      /** @constant */
      method: 'PUT';
      /** @description what POST /api/uploads answered as `upload` */
      upload: string;
      /** @description absolute for a bucket, else a path on this API */
      url: string;
    };
    UploadRequest: {
      bytes: number;
      /** @enum {string} */
      contentType:
        | 'image/png'
        | 'image/jpeg'
        | 'image/webp'
        | 'image/gif'
        | 'image/avif'
        | 'image/tiff'
        | 'image/heic'
        | 'image/bmp'
        | 'image/heif'
        | 'audio/mpeg'
        | 'audio/wav'
        | 'audio/x-wav'
        | 'audio/flac'
        | 'audio/ogg'
        | 'audio/mp4'
        | 'audio/x-m4a'
        | 'audio/webm'
        | 'video/mp4'
        | 'video/quicktime'
        | 'video/webm'
        | 'video/x-matroska';
      filename: string;
    } & (unknown & unknown);
    Usage: {
      /** @description those on which something was made, oldest first */
      days: components['schemas']['UsageDay'][];
      /**
       * Format: date
       * @description a day of UTC
       */
      from: string;
      /** @description of today; none where nothing is limited */
      quotas: components['schemas']['Quota'][];
      /**
       * Format: date
       * @description a day of UTC
       */
      to: string;
      total: components['schemas']['UsageTotal'];
    };
    UsageDay: {
      /** @description of finished files that were not removed since */
      bytes: number;
      cancelled: number;
      /**
       * Format: date
       * @description a day of UTC
       */
      date: string;
      done: number;
      failed: number;
      /** @description of finished video, all shapes together */
      minutes: number;
      /** @description being made; they have cost nothing here yet */
      open: number;
      /** @description the dollars by provider, as far as they are known */
      providers: {
        provider: string;
        usd: number;
      }[];
      /** @description estimated dollars of services, of videos that have ended */
      usd: number;
    };
    UsageTotal: {
      /** @description of finished files that were not removed since */
      bytes: number;
      cancelled: number;
      done: number;
      failed: number;
      /** @description of finished video, all shapes together */
      minutes: number;
      /** @description being made; they have cost nothing here yet */
      open: number;
      /** @description the dollars by provider, as far as they are known */
      providers: {
        provider: string;
        usd: number;
      }[];
      /** @description estimated dollars of services, of videos that have ended */
      usd: number;
    };
    VideoEvent: {
      data: {
        captions?: {
          srt: string;
          vtt: string;
        };
        costUsd: number;
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         */
        createdAt: string;
        degraded: string[];
        error?: {
          detail: string;
          retryable: boolean;
          /** @description from 1, as people count */
          scene?: number;
          /** @enum {string} */
          stage: 'story' | 'script' | 'illustrate' | 'narrate' | 'caption' | 'compose' | 'publish';
          title: string;
        };
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         */
        finishedAt: string;
        id: string;
        outputs: {
          /** @enum {string} */
          aspect: '9:16' | '1:1' | '16:9';
          bytes: number;
          heightPx: number;
          seconds: number;
          /** @description path on this API's own host, beginning with /api/ */
          url: string;
          widthPx: number;
        }[];
        poster?: string;
        /** @enum {string} */
        status: 'done' | 'failed' | 'cancelled';
        title: string;
        /** @description the video's path; every `url` is on the API's own host */
        url: string;
      };
      /**
       * Format: date-time
       * @description when the video ended
       */
      timestamp: string;
      /** @enum {string} */
      type: 'video.done' | 'video.failed' | 'video.cancelled';
    };
    VideoRequest:
      | {
          /**
           * @default [
           *       "9:16"
           *     ]
           */
          aspects?: ('9:16' | '1:1' | '16:9')[];
          /** @description said at the end, as it stands */
          callToAction?: string;
          /**
           * @description whether emoji are said by their names; silent without it. Captions show them either way
           * @enum {string}
           */
          emoji?: 'silent' | 'spoken';
          /** @enum {string} */
          imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
          /**
           * @description what the script is built like; without it as the words of the topic show
           * @enum {string}
           */
          kind?: 'explain' | 'list' | 'story' | 'how-to' | 'news' | 'ad' | 'quiz';
          language?: string;
          /** @description captions, colours, transition, music, voice and pace as one */
          look?:
            | (
                | 'newsstand'
                | 'midnight'
                | 'playground'
                | 'field-notes'
                | 'library-card'
                | 'silent-film'
                | 'chalkboard'
                | 'matchday'
              )
            | components['schemas']['Look'];
          /** @description what POST /api/uploads answered as `upload` */
          music?: string;
          /** @description semitones above or below the voice's own pitch; a voice without `setsPitch` speaks at its own, which `degraded` says */
          pitch?: number;
          /** @default 30 */
          seconds?: number;
          /** @description what the script is to stay within, in its language, at most 40000 characters in all; no address is fetched */
          sources?: components['schemas']['TopicSource'][];
          /** @description how fast it is spoken; 1 is the voice's own pace */
          speed?: number;
          topic: string;
          /**
           * @description music of the shelf; auto is the track that suits the script
           * @enum {string}
           */
          track?:
            | 'auto'
            | 'morning'
            | 'lamplight'
            | 'rainy-window'
            | 'question'
            | 'hopscotch'
            | 'running-start'
            | 'countdown'
            | 'cellar-door'
            | 'letter'
            | 'first-light'
            | 'summit'
            | 'workbench';
          /**
           * @description what scenes show that bring nothing of their own: drawings (as without it), photos or clips of others, or clips and photos; where none is found, a drawing
           * @enum {string}
           */
          visuals?: 'drawn' | 'photos' | 'clips' | 'mixed';
          voice?: string;
          webhook?: components['schemas']['VideoWebhook'];
        }
      | {
          /**
           * @default [
           *       "9:16"
           *     ]
           */
          aspects?: ('9:16' | '1:1' | '16:9')[];
          /**
           * @description whether emoji are said by their names; silent without it. Captions show them either way
           * @enum {string}
           */
          emoji?: 'silent' | 'spoken';
          /** @enum {string} */
          imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
          /** @description captions, colours, transition, music, voice and pace as one */
          look?:
            | (
                | 'newsstand'
                | 'midnight'
                | 'playground'
                | 'field-notes'
                | 'library-card'
                | 'silent-film'
                | 'chalkboard'
                | 'matchday'
              )
            | components['schemas']['Look'];
          /** @description what POST /api/uploads answered as `upload` */
          music?: string;
          /** @description an upload: the whole script as a person says it, in the order of its scenes, heard in place of a voice */
          narration?: string;
          /** @description semitones above or below the voice's own pitch; a voice without `setsPitch` speaks at its own, which `degraded` says */
          pitch?: number;
          script: components['schemas']['ScriptInput'];
          /** @description what the script was written for; its words decide how long the video is */
          seconds?: number;
          /** @description how fast it is spoken; 1 is the voice's own pace */
          speed?: number;
          /**
           * @description music of the shelf; auto is the track that suits the script
           * @enum {string}
           */
          track?:
            | 'auto'
            | 'morning'
            | 'lamplight'
            | 'rainy-window'
            | 'question'
            | 'hopscotch'
            | 'running-start'
            | 'countdown'
            | 'cellar-door'
            | 'letter'
            | 'first-light'
            | 'summit'
            | 'workbench';
          /**
           * @description what scenes show that bring nothing of their own: drawings (as without it), photos or clips of others, or clips and photos; where none is found, a drawing
           * @enum {string}
           */
          visuals?: 'drawn' | 'photos' | 'clips' | 'mixed';
          voice?: string;
          webhook?: components['schemas']['VideoWebhook'];
        }
      | {
          /**
           * @default [
           *       "9:16"
           *     ]
           */
          aspects?: ('9:16' | '1:1' | '16:9')[];
          /**
           * @description whether emoji are said by their names; silent without it. Captions show them either way
           * @enum {string}
           */
          emoji?: 'silent' | 'spoken';
          /** @enum {string} */
          imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
          /** @description of the text; found out without it */
          language?: string;
          /** @description captions, colours, transition, music, voice and pace as one */
          look?:
            | (
                | 'newsstand'
                | 'midnight'
                | 'playground'
                | 'field-notes'
                | 'library-card'
                | 'silent-film'
                | 'chalkboard'
                | 'matchday'
              )
            | components['schemas']['Look'];
          /** @description what POST /api/uploads answered as `upload` */
          music?: string;
          /** @description an upload: the whole script as a person says it, in the order of its scenes, heard in place of a voice */
          narration?: string;
          /** @description semitones above or below the voice's own pitch; a voice without `setsPitch` speaks at its own, which `degraded` says */
          pitch?: number;
          /** @description plain text, Markdown or subtitles; what is not spoken of it is said in `degraded` */
          script: string;
          /** @description what the script was written for; its words decide how long the video is */
          seconds?: number;
          /** @description how fast it is spoken; 1 is the voice's own pace */
          speed?: number;
          /**
           * @description music of the shelf; auto is the track that suits the script
           * @enum {string}
           */
          track?:
            | 'auto'
            | 'morning'
            | 'lamplight'
            | 'rainy-window'
            | 'question'
            | 'hopscotch'
            | 'running-start'
            | 'countdown'
            | 'cellar-door'
            | 'letter'
            | 'first-light'
            | 'summit'
            | 'workbench';
          /**
           * @description what scenes show that bring nothing of their own: drawings (as without it), photos or clips of others, or clips and photos; where none is found, a drawing
           * @enum {string}
           */
          visuals?: 'drawn' | 'photos' | 'clips' | 'mixed';
          voice?: string;
          webhook?: components['schemas']['VideoWebhook'];
        };
    /** @description told when this video is done, has failed or was cancelled, besides standing webhooks */
    VideoWebhook: {
      /** @description what it is told of; everything without it */
      events?: ('video.done' | 'video.failed' | 'video.cancelled')[];
      /** @description signs what is sent; it is not shown again */
      secret: string;
      /** @description https (http and other machines of one’s own network where the installation allows them) */
      url: string;
    };
    Voices: {
      /** @description natural voices that `npm run voices -- add ID` or `POST /api/voices/ID/install` adds; only on the machine itself (APP_ENV=local) */
      addable?: {
        /**
         * @description it is being added
         * @constant
         */
        adding?: true;
        /** @description what is fetched */
        bytes: number;
        id: string;
        label: string;
        languages: string[];
        licence: string;
      }[];
      voices: {
        id: string;
        label: string;
        languages: string[];
        /** @description of a natural voice on this machine */
        licence?: string;
        /**
         * @description a model makes it, here or at a service
         * @constant
         */
        natural?: true;
        /** @description a path; `?language=` takes another of its languages */
        sample: string;
        /**
         * @description `pitch` of a request is followed
         * @constant
         */
        setsPitch?: true;
      }[];
    };
    Webhook: {
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      events: ('video.done' | 'video.failed' | 'video.cancelled' | 'batch.done')[];
      id: string;
      /**
       * Format: date-time
       * @description until then the secret before this one signs as well
       */
      previousSecretUntil?: string;
      url: string;
    };
    WebhookList: {
      webhooks: components['schemas']['Webhook'][];
    };
    WebhookRequest: {
      /** @description what it is told of; everything without it */
      events?: ('video.done' | 'video.failed' | 'video.cancelled' | 'batch.done')[];
      /** @description https (http and other machines of one’s own network where the installation allows them) */
      url: string;
    };
    WebhookWithSecret: {
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       */
      createdAt: string;
      events: ('video.done' | 'video.failed' | 'video.cancelled' | 'batch.done')[];
      id: string;
      /**
       * Format: date-time
       * @description until then the secret before this one signs as well
       */
      previousSecretUntil?: string;
      /** @description shown this once */
      secret: string;
      url: string;
    };
    WrittenScript: {
      /** @description sentences: in what it is less than was asked for */
      degraded?: string[];
      /** @description to go with the posted video; the first narration without it */
      description?: string;
      /**
       * @description whether emoji are said by their names; silent without it. Captions show them either way
       * @enum {string}
       */
      emoji?: 'silent' | 'spoken';
      /** @enum {string} */
      imageStyle?: 'flat' | 'paper' | 'ink' | 'chalk';
      /**
       * @description an outline asks questions and states no facts: the writer knows nothing of the topic
       * @constant
       */
      kind?: 'outline';
      language: string;
      /** @description how words are said: in other words, or in IPA between slashes, "/wɪn/" */
      pronunciations?: {
        [key: string]: string;
      };
      scenes: {
        /** @description how the upload is shown; all but fit and focus are for clips */
        clip?: {
          /**
           * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
           * @enum {string}
           */
          fit?: 'fill' | 'fit';
          /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
          focus?: {
            x: number;
            y: number;
          };
          /** @description where the clip begins to be shown; 0 without it */
          fromSeconds?: number;
          /**
           * @description whether its own sound is heard under the voice; off without it
           * @enum {string}
           */
          sound?: 'off' | 'under';
          /** @description how fast it is played */
          speed?: number;
          /** @description where it ends at the latest; the clip's end without it */
          toSeconds?: number;
        };
        /** @description further visuals of the scene, each from the frame at which a word is said, in the order of their words; captions run on over them */
        cuts?: {
          /** @description the word or phrase of the narration with which it comes in: the first such one after the cut before it */
          at: string;
          /** @description how the upload is shown; all but fit and focus are for clips */
          clip?: {
            /**
             * @description fill: the frame is full and what does not fit is cut off; fit: all of it before its own blur
             * @enum {string}
             */
            fit?: 'fill' | 'fit';
            /** @description what stays in the frame: 0, 0 is the upper left corner, 1, 1 the lower right one */
            focus?: {
              x: number;
              y: number;
            };
            /** @description where the clip begins to be shown; 0 without it */
            fromSeconds?: number;
            /**
             * @description whether its own sound is heard under the voice; off without it
             * @enum {string}
             */
            sound?: 'off' | 'under';
            /** @description how fast it is played */
            speed?: number;
            /** @description where it ends at the latest; the clip's end without it */
            toSeconds?: number;
          };
          footage?: components['schemas']['SceneFootage'];
          /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
          searchWords?: string[];
          /** @description an upload that is shown in place of a drawing: a picture or a clip */
          upload?: string;
          visual: string;
        }[];
        footage?: components['schemas']['SceneFootage'];
        /** @description what is said and captioned; `[pause 1s]`, `[beat]`, `<break time="1s"/>` (up to 5 s) and `*emphasis*` are neither, nor is the name of a line's speaker, "ANNA: …" */
        narration: string;
        /** @description an upload: the narration as a person says it, heard in place of a voice */
        recording?: string;
        /** @description the sentence of a source that it rests on; not shown in the video */
        restsOn?: string;
        /** @description searches for photos and clips, best first, in the language of the script; what visual says comes after */
        searchWords?: string[];
        /** @description an upload that is shown in place of a drawing: a picture or a clip */
        upload?: string;
        visual: string;
      }[];
      /** @description how fast it is spoken; 1 is the voice's own pace */
      speed?: number;
      title: string;
      /** @description who speaks the lines that begin with a name, "ANNA: …"; speakers that are not named get one each */
      voices?: {
        [key: string]: string;
      };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getService: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What this is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            links: {
              [key: string]: string;
            };
            name: string;
            version: string;
          };
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDeletion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeletionState'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  askDeletion: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "confirm": "delete everything"
         *     }
         */
        'application/json': components['schemas']['DeletionRequest'];
      };
    };
    responses: {
      /** @description When it begins */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Deletion'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  keepEverything: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Nothing is deleted */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getExport: {
    parameters: {
      query?: {
        /** @description `next` of the archive before; the first one without it */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive, and where the next one is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountExport'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getExportArchive: {
    parameters: {
      query?: {
        /** @description `next` of the archive before; the first one without it */
        cursor?: string;
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
      /** @description The range of it that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
      /** @description It is what the caller has */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBatches: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description batches on a page, 1 to 100; 20 without it */
        limit?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchList'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeBatch: {
    parameters: {
      query?: {
        /** @description dollars: no row is begun whose estimate would pass them */
        capUsd?: string;
        /** @description skip: rows that cannot be made are left out, in place of the whole table */
        faults?: 'refuse' | 'skip';
        /** @description what it is called, such as the name of its file */
        name?: string;
        /** @description paused: nothing is begun before it is resumed */
        start?: 'now' | 'paused';
      };
      header?: {
        /** @description Up to 200 visible ASCII characters, chosen by the caller; without it the same table with the same cap is the same batch, unless that was cancelled */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/jsonl': unknown;
        'application/x-ndjson': unknown;
        'text/csv': unknown;
        'text/tab-separated-values': unknown;
      };
    };
    responses: {
      /** @description The batch */
      202: {
        headers: {
          /** @description `true` when the batch was there already */
          'Idempotent-Replayed'?: string;
          /** @description Where the batch is looked at */
          Location?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key belongs to another request (`urn:shortfactory:problem:idempotency-mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatch: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description rows on a page, 1 to 100; 50 without it */
        limit?: string;
        state?: 'waiting' | 'making' | 'done' | 'failed' | 'cancelled' | 'repeated';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The batch with a page of its rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchPage'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatchArchive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Their addresses and lengths */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchArchive'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The batch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listBatchDeliveries: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The log of deliveries */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redeliverBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delivery: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delivery, pending */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatchManifest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchManifest'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatchManifestCsv: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows, in UTF-8 with a byte order mark */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': unknown;
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  pauseBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The batch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  resumeBatch: {
    parameters: {
      query?: {
        /** @description dollars: no row is begun whose estimate would pass them */
        capUsd?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The batch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryBatch: {
    parameters: {
      query?: {
        /** @description only the row that begins at this line */
        line?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The batch */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Batch'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getBatchVideos: {
    parameters: {
      query?: {
        /** @description which of its archives, from 1; the first one without it */
        part?: string;
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
      /** @description The range of it that was asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
      /** @description It is what the caller has */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkBatch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/jsonl': unknown;
        'application/x-ndjson': unknown;
        'text/csv': unknown;
        'text/tab-separated-values': unknown;
      };
    };
    responses: {
      /** @description Its rows, with about what they cost */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BatchCheck'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  claimVideos: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "visitor": "a-token-that-a-browser-made-up-of-256-random-bits",
         *       "videos": [
         *         "01ARZ3NDEKTSV4RRFFQ69G5FAV"
         *       ]
         *     }
         */
        'application/json': components['schemas']['ClaimRequest'];
      };
    };
    responses: {
      /** @description Which are the caller’s now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Claim'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  searchFootage: {
    parameters: {
      query: {
        /** @description photo without it */
        kind?: 'photo' | 'clip';
        /** @description of the words; `en` without it */
        language?: string;
        orientation?: 'portrait' | 'landscape' | 'square';
        /** @description from 1 to 50 */
        page?: string;
        /** @description words for what is to be seen */
        q: string;
        /** @description only this one is asked; without it the first one that has any */
        source?: 'pexels' | 'pixabay' | 'openverse' | 'wikimedia';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Footage'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFootage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        source: 'pexels' | 'pixabay' | 'openverse' | 'wikimedia';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FoundFootage'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFootageFilm: {
    parameters: {
      query?: never;
      header?: {
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The film */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'video/*': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'video/*': unknown;
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getFootagePreview: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  drawIllustration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "visual": "a fox under the northern lights",
         *       "narration": "Foxes hear mice under the snow.",
         *       "language": "en",
         *       "imageStyle": "flat",
         *       "take": 1
         *     }
         */
        'application/json': components['schemas']['IllustrationRequest'];
      };
    };
    responses: {
      /** @description The picture */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Illustration'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What there is to choose from */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Options'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPublication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The publication */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Publication'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  stopPublication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The publication, stopped */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Publication'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryPublication: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The publication, waiting */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Publication'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPublishers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that are set up here */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublisherList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  disconnectYoutube: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is forgotten here */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DisconnectedPublisher'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  connectYoutube: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "redirectUri": "http://localhost:3000/youtube/callback"
         *     }
         */
        'application/json': components['schemas']['ConnectRequest'];
      };
    };
    responses: {
      /** @description Where to go */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Connect'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  connectedYoutube: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "the code",
         *       "state": "the state"
         *     }
         */
        'application/json': components['schemas']['ConnectionAnswer'];
      };
    };
    responses: {
      /** @description The channel */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectedPublisher'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  hearRecording: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "Foxes hear mice under the snow.",
         *       "language": "en",
         *       "recording": "uploads/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
         *     }
         */
        'application/json': components['schemas']['RecordingRequest'];
      };
    };
    responses: {
      /** @description What was found */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recording'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  writeScript: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "topic": "why the sky is blue",
         *       "seconds": 30
         *     }
         */
        'application/json': components['schemas']['ScriptRequest'];
      };
    };
    responses: {
      /** @description The script */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "title": "Three hearts",
           *       "language": "en",
           *       "scenes": [
           *         {
           *           "narration": "An octopus has three hearts.",
           *           "visual": "an octopus with three hearts in the deep sea"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WrittenScript'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkScript: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "script": {
         *         "title": "Three hearts",
         *         "language": "en",
         *         "scenes": [
         *           {
         *             "narration": "An octopus has three hearts.",
         *             "visual": "an octopus with three hearts in the deep sea"
         *           }
         *         ]
         *       },
         *       "aspects": [
         *         "9:16"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CheckRequest'];
      };
    };
    responses: {
      /** @description Estimates and warnings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckAnswer'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getShared: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is shown of it */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SharedVideo'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSharedCaptions: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its captions as VTT, by a link */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'text/vtt': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/vtt': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSharedFile: {
    parameters: {
      query?: {
        aspect?: '9:16' | '1:1' | '16:9';
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The video as MP4, by a link */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'video/mp4': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'video/mp4': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSharedPoster: {
    parameters: {
      query?: never;
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A still of it, by a link */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  speak: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "The sky is blue because air scatters blue light.",
         *       "language": "en",
         *       "speed": 1.1
         *     }
         */
        'application/json': components['schemas']['SpeechRequest'];
      };
    };
    responses: {
      /** @description Sound and times */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Speech'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  writeStory: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "topic": "why the sky is blue"
         *     }
         */
        'application/json': components['schemas']['StoryRequest'];
      };
    };
    responses: {
      /** @description The story */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Story'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  checkTopic: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "topic": "why the sky is blue"
         *     }
         */
        'application/json': components['schemas']['TopicCheckRequest'];
      };
    };
    responses: {
      /** @description What it would become */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TopicCheckAnswer'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  announceUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "filename": "fox.jpg",
         *       "contentType": "image/jpeg",
         *       "bytes": 240000
         *     }
         */
        'application/json': components['schemas']['UploadRequest'];
      };
    };
    responses: {
      /** @description Where to send the bytes */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description A part of the file */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description Where the file is */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'audio/*': unknown;
        'image/*': unknown;
        'video/*': unknown;
      };
    };
    responses: {
      /** @description Received whole */
      204: {
        headers: {
          /** @description Where it can be looked at */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUsage: {
    parameters: {
      query?: {
        /** @description first day (UTC); 30 days up to the last one without it */
        from?: string;
        /** @description last day; today without it */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Usage and quotas */
      200: {
        headers: {
          /** @description What is left of it */
          RateLimit?: string;
          /** @description What one may have in a day, where that is limited */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Usage'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVideos: {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        cursor?: string;
        /** @description videos on a page, 1 to 100; 20 without it */
        limit?: string;
        /** @description words of title or topic */
        q?: string;
        status?: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobList'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeVideo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Up to 200 visible ASCII characters, chosen by the caller; an empty one counts as none */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "topic": "why the sky is blue",
         *       "seconds": 30,
         *       "aspects": [
         *         "9:16"
         *       ]
         *     }
         */
        'application/json': components['schemas']['VideoRequest'];
      };
    };
    responses: {
      /** @description The job */
      202: {
        headers: {
          /** @description `true` when the key had its job already */
          'Idempotent-Replayed'?: string;
          /** @description Where the job is looked at */
          Location?: string;
          /** @description What is left of it */
          RateLimit?: string;
          /** @description What one may have in a day, where that is limited */
          'RateLimit-Policy'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The key belongs to another request (`urn:shortfactory:problem:idempotency-mismatch`) */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "01KB8F3QZJ6M2V5T9C7D4X1W0R",
           *       "status": "running",
           *       "stage": "compose",
           *       "percent": 72,
           *       "title": "Three hearts",
           *       "createdAt": "2026-11-24T10:00:00.000Z",
           *       "updatedAt": "2026-11-24T10:00:09.000Z",
           *       "startedAt": "2026-11-24T10:00:00.300Z",
           *       "etaSeconds": 4,
           *       "script": {
           *         "title": "Three hearts",
           *         "language": "en",
           *         "scenes": [
           *           {
           *             "narration": "An octopus has three hearts.",
           *             "visual": "an octopus with three hearts in the deep sea"
           *           }
           *         ]
           *       },
           *       "settings": {
           *         "seconds": 30,
           *         "aspects": [
           *           "9:16"
           *         ],
           *         "voice": "nora"
           *       },
           *       "stages": [
           *         {
           *           "stage": "illustrate",
           *           "state": "done",
           *           "percent": 100,
           *           "seconds": 2.1
           *         },
           *         {
           *           "stage": "narrate",
           *           "state": "done",
           *           "percent": 100,
           *           "seconds": 1.4
           *         },
           *         {
           *           "stage": "caption",
           *           "state": "done",
           *           "percent": 100,
           *           "seconds": 0.1
           *         },
           *         {
           *           "stage": "compose",
           *           "state": "running",
           *           "percent": 60
           *         },
           *         {
           *           "stage": "publish",
           *           "state": "waiting",
           *           "percent": 0
           *         }
           *       ],
           *       "frames": {
           *         "done": 80,
           *         "total": 132
           *       },
           *       "scenes": [
           *         {
           *           "index": 0,
           *           "state": "ready",
           *           "illustrationUrl": "/api/videos/01KB8F3QZJ6M2V5T9C7D4X1W0R/scenes/0/illustration?v=0a1b2c3d4e5f",
           *           "narrationSeconds": 2.9,
           *           "captioned": true
           *         }
           *       ],
           *       "outputs": [],
           *       "degraded": [],
           *       "offline": [],
           *       "costUsd": 0,
           *       "mine": true
           *     }
           */
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description Removed with its files */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  cancelVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, cancelled */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSrtCaptions: {
    parameters: {
      query?: {
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The captions as SRT */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/x-subrip': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/x-subrip': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVttCaptions: {
    parameters: {
      query?: {
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The captions as VTT */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'text/vtt': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'text/vtt': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listDeliveries: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The log of deliveries */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  redeliver: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        delivery: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The delivery, pending */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Delivery'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  watchVideo: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that was seen last */
        'Last-Event-ID'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events until the end */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': unknown;
        };
      };
      /** @description Nothing is to come */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVideoFile: {
    parameters: {
      query?: {
        aspect?: '9:16' | '1:1' | '16:9';
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The video as MP4 */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'video/mp4': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'video/mp4': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getKit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The publish kit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Kit'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getKitText: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Title, text and alt text */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': unknown;
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listLinks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The links */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LinkList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  makeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "days": 14,
         *       "download": true
         *     }
         */
        'application/json': components['schemas']['LinkRequest'];
      };
    };
    responses: {
      /** @description The link */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Link'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  revokeLink: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        link: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Whoever opens it reads that it has ended */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPoster: {
    parameters: {
      query?: {
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A still of the video */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getProject: {
    parameters: {
      query?: {
        aspect?: '9:16' | '1:1' | '16:9';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A ZIP archive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': unknown;
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listPublications: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its publications */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublicationList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  publishVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "privacy": "private",
         *       "title": "Why octopuses have three hearts"
         *     }
         */
        'application/json': components['schemas']['PublicationRequest'];
      };
    };
    responses: {
      /** @description The publication */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Publication'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  retryVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job, queued again */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Job'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This is not allowed (`urn:shortfactory:problem:forbidden`) */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The state does not allow this (`urn:shortfactory:problem:conflict`) */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`); What is stored is damaged (`urn:shortfactory:problem:damaged`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getIllustration: {
    parameters: {
      query?: {
        /** @description 1 saves the file under a name */
        download?: '0' | '1';
        v?: string;
      };
      header?: {
        /** @description An ETag that is known */
        'If-None-Match'?: string;
        /** @description An ETag or a date */
        'If-Range'?: string;
        /** @description One range of bytes */
        Range?: string;
      };
      path: {
        id: string;
        n: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A scene's picture, scenes counted from 0 */
      200: {
        headers: {
          /** @description `bytes` */
          'Accept-Ranges'?: string;
          /** @description Names this content */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description The part that Range asks for */
      206: {
        headers: {
          /** @description Which part */
          'Content-Range'?: string;
          [name: string]: unknown;
        };
        content: {
          'image/*': unknown;
        };
      };
      /** @description Where the file is, when the store is a bucket */
      302: {
        headers: {
          /** @description A signed link */
          Location?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description It is not what was expected any more (`urn:shortfactory:problem:precondition-failed`) */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The range lies outside the file (`urn:shortfactory:problem:range-not-satisfiable`) */
      416: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description What is stored is damaged (`urn:shortfactory:problem:damaged`); Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listVoices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The voices, the first one of a language being its default */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Voices'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  hearVoice: {
    parameters: {
      query?: {
        /** @description of the voice's languages; its first one without it */
        language?: string;
      };
      header?: never;
      path: {
        voice: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Mono sound of 16 bit */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'audio/wav': unknown;
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A service that is needed refused (`urn:shortfactory:problem:provider-failed`) */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them, without their secrets */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookList'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  addWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://localhost:5678/hook",
         *       "events": [
         *         "video.done",
         *         "video.failed"
         *       ]
         *     }
         */
        'application/json': components['schemas']['WebhookRequest'];
      };
    };
    responses: {
      /** @description The webhook with its secret */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      /** @description The request does not fit (`urn:shortfactory:problem:invalid-input`); The request cannot be read (`urn:shortfactory:problem:malformed-request`) */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The request came too slowly (`urn:shortfactory:problem:too-slow`) */
      408: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is too large (`urn:shortfactory:problem:too-large`) */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body is of another type (`urn:shortfactory:problem:unsupported-type`) */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A limit is reached (`urn:shortfactory:problem:limit-reached`); Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  removeWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  renewWebhookSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The webhook with its new secret */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description There is nothing here (`urn:shortfactory:problem:not-found`) */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This server does not answer to that name (`urn:shortfactory:problem:misdirected`) */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDocs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': unknown;
        };
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Everything works */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something is broken; its check says what */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
    };
  };
  getLive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Alive */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: string;
          };
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description An OpenAPI 3.1 document */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            openapi: '3.1.0';
          } & {
            [key: string]: unknown;
          };
        };
      };
      /** @description It is as the caller knows it */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A token is needed (`urn:shortfactory:problem:unauthorized`) */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests (`urn:shortfactory:problem:rate-limited`) */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description This cannot be done right now (`urn:shortfactory:problem:unavailable`); The server is restarting (`urn:shortfactory:problem:closing-down`) */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReady: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Ready */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: string;
          };
        };
      };
      /** @description No answer of the accepted types (`urn:shortfactory:problem:not-acceptable`) */
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Something went wrong here (`urn:shortfactory:problem:internal`) */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Its store has not answered yet, or it is shutting down */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            status: string;
          };
        };
      };
    };
  };
  batchEnded: {
    parameters: {
      query?: never;
      header: {
        /** @description Of the event; the same in every try */
        'webhook-id': string;
        /** @description One or two signatures, `v1,` and HMAC-SHA256 in base64, with blanks between */
        'webhook-signature': string;
        /** @description Seconds since 1970, of this try */
        'webhook-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BatchEvent'];
      };
    };
    responses: {
      /** @description It was taken */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  videoEnded: {
    parameters: {
      query?: never;
      header: {
        /** @description Of the event; the same in every try */
        'webhook-id': string;
        /** @description One or two signatures, `v1,` and HMAC-SHA256 in base64, with blanks between */
        'webhook-signature': string;
        /** @description Seconds since 1970, of this try */
        'webhook-timestamp': string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VideoEvent'];
      };
    };
    responses: {
      /** @description It was taken */
      '2XX': {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
