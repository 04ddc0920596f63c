"""What this installation has and can is not in the description: the languages that are spoken, by which voices, what was
uploaded, and that its own writer, unlike a model, makes nothing of a topic without a letter or digit."""

import schemathesis
from schemathesis import GenerationMode

LANGUAGE, VOICE, TOPIC = "en", "nora", "a fox"
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


def named(part, field):
    if isinstance(part, dict) and field in part and not any(char.isalnum() for char in part[field]):
        part[field] = TOPIC


def narrated(body):
    body.pop("music", None)
    if "voice" in body:
        body["voice"] = VOICE
    if "language" in body:
        body["language"] = LANGUAGE
    script = body.get("script")
    if isinstance(script, dict):
        script["language"] = LANGUAGE
        for scene in script.get("scenes", []):
            scene.pop("upload", None)
