"""Verifies the C2PA manifests of a video and its poster, and that a changed byte shows."""

import json
import sys
from pathlib import Path

import c2pa

SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"


def codes(manifests):
    return {each["code"] for each in manifests.get("validation_status", [])}


def read(path):
    return json.loads(c2pa.Reader(path).json())


for path in sys.argv[1:]:
    manifests = read(path)
    # Nobody trusts an authority that was made here; all else is as it should be.
    assert manifests["validation_state"] == "Valid", (path, manifests["validation_state"])
    assert codes(manifests) <= {"signingCredential.untrusted"}, (path, codes(manifests))
    manifest = manifests["manifests"][manifests["active_manifest"]]
    said = {each["label"].removesuffix(".v2"): each["data"] for each in manifest["assertions"]}
    (created,) = said["c2pa.actions"]["actions"]
    assert (created["action"], created["digitalSourceType"]) == ("c2pa.created", SOURCE), created
    made = {(part["what"], part["scene"], part["by"]) for part in said["com.github.shortfactory.makers"]["made"]}
    wanted = {("picture", 1, "offline")} | (set() if path.endswith(".jpg") else {("voice", 1, "offline")})
    assert made == wanted, (path, made)

video = Path(sys.argv[1])
changed = bytearray(video.read_bytes())
changed[len(changed) // 2] ^= 1
video.with_name("changed.mp4").write_bytes(changed)
assert "assertion.bmffHash.mismatch" in codes(read(str(video.with_name("changed.mp4")))), "a changed byte does not show"
print(f"c2pa: c2pa-python {c2pa.sdk_version()} finds both signed, and a changed byte")
