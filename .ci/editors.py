"""Reads a project's files back and compares them with the video: tracks, times, and the media that they name."""

import json
import sys
import wave
from pathlib import Path
from xml.etree import ElementTree

import opentimelineio as otio

folder, report = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())
frames = round(report["seconds"] * 30)
whole = otio.opentime.RationalTime(frames, 30)


def media_of(track):
    return {clip.media_reference.target_url for clip in track.find_clips() if hasattr(clip.media_reference, "target_url")}


def compare(name, timeline):
    """Every track that holds files is as long as the video and in step with them; gives tracks by their media."""
    tracks = {}
    for track in timeline.tracks:
        assert track.duration() == whole, f"{name}: {track.name} lasts {track.duration()}, not {whole}"
        for clip in track.find_clips():
            time = clip.range_in_parent().start_time
            if hasattr(clip.media_reference, "target_url"):
                assert clip.source_range.start_time == time, f"{name}: {clip.name} is out of step at {time}"
        for path in media_of(track):
            assert (folder / path).is_file(), f"{name}: {path} is not there"
            tracks[path] = track
    assert sorted(tracks) == ["media/music.wav", "media/video.mp4", "media/voice.wav"], f"{name}: {sorted(tracks)}"
    assert len(tracks["media/video.mp4"]) == len(tracks["media/voice.wav"]) == len(report["scenes"]), name
    return tracks


timeline = otio.adapters.read_from_file(str(folder / "project.otio"))
kinds = {path: track.kind for path, track in compare("project.otio", timeline).items()}
assert kinds == {"media/video.mp4": "Video", "media/voice.wav": "Audio", "media/music.wav": "Audio"}, kinds
captions = next(track for track in timeline.tracks if track.name == "Captions")
shown = [clip.name for clip in captions.find_clips()]
words = " ".join(scene["narration"] for scene in report["scenes"]).split()
assert " ".join(shown).split() == words, shown

collection = otio.adapters.read_from_file(str(folder / "project.fcpxml"))
(cut,) = collection.find_children(descended_from_type=otio.schema.Timeline)
# This adapter calls each of its tracks one of pictures.
compare("project.fcpxml", cut)
# The adapter passes captions over.
given = [each.get("name") for each in ElementTree.parse(folder / "project.fcpxml").iter("caption")]
assert given == shown, given

for name in ["voice", "music"]:
    with wave.open(str(folder / f"media/{name}.wav")) as sound:
        assert sound.getnframes() * 30 == frames * sound.getframerate(), f"{name}.wav is not as long as the video"
print(f"editors: OpenTimelineIO {otio.__version__} reads both files, {frames} frames, {len(shown)} captions")
