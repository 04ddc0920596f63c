"""What this installation has and can is not in the description: the languages that are spoken, by which voices, what was
uploaded, the letters that its fonts have, which texts are two sentences, and that its own writer, unlike a model, makes
nothing of a topic without a letter or digit."""

import unicodedata

import schemathesis
from schemathesis import GenerationMode

LANGUAGE, VOICE, TOPIC, SENTENCE = "en", "nora", "a fox", "A fox runs."
# What fits the pattern of an address may name no host, or one that no webhook is sent to.
RECEIVER, SECRET = "https://localhost:5678/hook", "whsec_" + "QUJD" * 8
NARRATED = {("POST", "/api/videos"), ("POST", "/api/scripts/check")}


@schemathesis.hook
def before_call(context, case, kwargs):
    """A request that fits the description asks for what is there."""
    mode = case.meta.generation.mode if case.meta else None
    body = case.body
    if mode != GenerationMode.POSITIVE or not isinstance(body, dict):
        return
    named(body, "topic")
    named(body.get("story"), "title")
    if (case.method.upper(), case.path) in NARRATED:
        narrated(body)
    if "sources" in body:
        grounded(body)
    if case.path == "/api/webhooks" and "url" in body:
        body["url"] = RECEIVER
    if isinstance(body.get("webhook"), dict):
        body["webhook"]["url"] = RECEIVER
        body["webhook"]["secret"] = SECRET


def named(part, field):
    if isinstance(part, dict) and field in part and not any(char.isalnum() for char in part[field]):
        part[field] = TOPIC


def grounded(body):
    """A source has two sentences at least, in the language of the video."""
    for source in body["sources"]:
        source["text"] = f"{SENTENCE} It hunts mice under the snow."
    body["language"] = LANGUAGE
    if isinstance(body.get("story"), dict):
        del body["language"]
        body["story"]["language"] = LANGUAGE


def drawable(text):
    """Without letters beyond those of Latin: the fonts have those of living scripts, and the description names none.
    What this Python's Unicode does not know yet may be a letter of a later one."""
    letters = ("L", "Cn")
    kept = "".join(char for char in text if ord(char) < 0x250 or not unicodedata.category(char).startswith(letters))
    return kept if any(char.isalnum() for char in kept) else SENTENCE


def narrated(body):
    body.pop("music", None)
    body.pop("narration", None)
    if "voice" in body:
        body["voice"] = VOICE
    if "language" in body:
        body["language"] = LANGUAGE
    script = body.get("script")
    if isinstance(script, str):
        # A text of labels, tables and hashtags alone fits the description and says nothing.
        body["script"] = f"{drawable(script)}\n\n{SENTENCE}"
        body["language"] = LANGUAGE
    if isinstance(script, dict):
        script["language"] = LANGUAGE
        for name in script.get("voices", {}):
            script["voices"][name] = VOICE
        for scene in script.get("scenes", []):
            if isinstance(scene.get("narration"), str):
                scene["narration"] = drawable(scene["narration"])
            scene.pop("recording", None)
            if scene.pop("upload", None) is not None:
                scene.setdefault("visual", TOPIC)
