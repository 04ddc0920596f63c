"""Makes a video by the client that was generated here, and fetches its file."""

import sys
import time

from shortfactory_client.api.videos import get_video, make_video
from shortfactory_client.client import Client
from shortfactory_client.models import Job, VideoRequestType1

client = Client(base_url=sys.argv[1])
request = VideoRequestType1.from_dict(
    {
        "script": {
            "title": "Asked for in Python",
            "language": "en",
            "scenes": [{"narration": "A client in Python asked for this.", "visual": "a snake"}],
        },
        "aspects": ["1:1"],
    }
)
job = make_video.sync(client=client, body=request, idempotency_key="asked-for-once")
again = make_video.sync(client=client, body=request, idempotency_key="asked-for-once")
assert isinstance(job, Job) and isinstance(again, Job), (job, again)
assert job.id == again.id, "one key made two videos"
end = time.monotonic() + 120
while str(job.status) not in ("done", "failed", "cancelled"):
    assert time.monotonic() < end, f"still {job.status} after two minutes"
    time.sleep(0.2)
    job = get_video.sync(id=job.id, client=client)
    assert isinstance(job, Job), job
assert str(job.status) == "done", job
output = job.outputs[0]
film = client.get_httpx_client().get(output.url)
assert film.status_code == 200 and len(film.content) == output.bytes_, (film.status_code, len(film.content))
print(f"Python client: a video of {output.seconds:.1f} s, {output.bytes_} bytes")
