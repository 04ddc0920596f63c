"""Signs in at oidc-provider-mock, and tries to get in by what a sign-in has to refuse."""

import base64
import json
import logging
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import warnings
from http.cookiejar import CookieJar
from importlib.metadata import version

# Libraries of its libraries say on every import what they will be without one day.
warnings.showwarning = lambda *_: None

import oidc_provider_mock as mock
from authlib.jose import JsonWebKey, jwt
from oidc_provider_mock._server import _threaded_server
from oidc_provider_mock._storage import storage

logging.disable(logging.CRITICAL)
UI_PORT = int(sys.argv[1])
UI = f"http://127.0.0.1:{UI_PORT}"
ADA = {"name": "Ada Lovelace", "email": "ada@fjord.example", "email_verified": True}
FOREIGN_KEY = JsonWebKey.generate_key("RSA", 2048, {"kid": "foreign"}, is_private=True)


def part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def claims_of(token):
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


class Twist:
    """The provider, with the ID tokens that it gives made into others."""

    def __init__(self, app):
        self.app, self.token = app, lambda token: token

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] != "/oauth2/token":
            return self.app(environ, start_response)
        started = []
        body = b"".join(self.app(environ, lambda *given: started.append(given)))
        status, headers = started[0][:2]
        answer = json.loads(body)
        if "id_token" in answer:
            answer["id_token"] = self.token(answer["id_token"])
        body = json.dumps(answer).encode()
        headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]


class Stop(urllib.request.HTTPRedirectHandler):
    """Does not go to the address that `stop` is in: it is kept."""

    def __init__(self):
        self.stop, self.stopped = None, None

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        if self.stop and self.stop in newurl:
            self.stopped = newurl
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Browser:
    def __init__(self):
        self.way = Stop()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), self.way)

    def go(self, address, form=None, stop=None):
        """Where it leads, and what stands there."""
        self.way.stop, self.way.stopped = stop, None
        data = None if form is None else urllib.parse.urlencode(form).encode()
        # Forms of the interface's own pages say where they are from.
        headers = {"Origin": UI, "Sec-Fetch-Site": "same-origin"} if address.startswith(UI) and form is not None else {}
        try:
            answer = self.opener.open(urllib.request.Request(address, data, headers), timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        return self.way.stopped or answer.geturl(), answer.read().decode(errors="replace")

    def begin(self):
        return self.go(f"{UI}/auth/begin?back=/account")

    def answered(self, sub="ada"):
        """The address to which the provider sends back who signs in there, not gone to."""
        asked, page = self.begin()
        assert "/oauth2/authorize" in asked, (asked, page[:500])
        return self.go(asked, {"sub": sub}, stop="/auth/callback")[0]

    def is_in(self):
        return "Ada Lovelace" in self.go(f"{UI}/account")[1]


def changed(address, **query):
    url = urllib.parse.urlsplit(address)
    return url._replace(query=urllib.parse.urlencode({**dict(urllib.parse.parse_qsl(url.query)), **query})).geturl()


seen = []


def check(what, holds, *more):
    seen.append(what)
    assert holds, (what, *more)


def refused(what, browser, address, why):
    at, _ = browser.go(address)
    check(what, f"why={why}" in at and not browser.is_in(), at)


down, page = Browser().begin()
check("a provider that is away", "why=down" in down, down)

provider = mock.app(user_claims=[mock.User(sub="ada", claims=ADA)])
twist = Twist(provider.wsgi_app)
provider.wsgi_app = twist
with _threaded_server(provider, host="127.0.0.1", port=UI_PORT + 1):
    # An issuer that did not answer is asked again after five seconds.
    time.sleep(5.5)
    ada = Browser()
    callback = ada.answered()
    at, page = ada.go(callback)
    check("the way in", at == f"{UI}/account" and "ada@fjord.example" in page, at)
    check("who is in", ada.is_in())
    at, _ = ada.go(f"{UI}/auth/sign-out", {})
    check("the way out, also there", "/oauth2/end_session" in at and not ada.is_in(), at)

    refused("a code that is used again", ada, callback, "begun")
    refused("a wrong state", ada, changed(ada.answered(), state="x" * 43), "begun")
    other = Browser()
    refused("an answer in another browser", other, ada.answered(), "begun")
    code = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(ada.answered()).query))["code"]
    refused("a code of another sign-in", other, changed(other.answered(), code=code), "unproven")
    at, page = Browser().go(changed(Browser().answered(), iss="http://127.0.0.1:1"))
    check("an answer of another issuer", "why=" in at, at)
    stranger = Browser()
    at, page = stranger.go(stranger.answered(sub="eve@mail.example"))
    check("who may not enter", "refused=" in at and "may not enter" in page, at)

    def signed(key, **change):
        header = {"alg": "RS256", "kid": key.as_dict().get("kid")}
        return lambda token: jwt.encode(header, {**claims_of(token), **change}, key).decode()

    (set_globals,) = provider.before_request_funcs[None]
    with provider.test_request_context():
        set_globals()
        own_key = storage.jwk
    hour = int(time.time()) - 3600
    for what, token in {
        "a token without a signature": lambda token: f"{part({'alg': 'none'})}.{part(claims_of(token))}.",
        "a token with a changed name": lambda token: ".".join(
            [token.split(".")[0], part({**claims_of(token), "sub": "eve"}), token.split(".")[2]]
        ),
        "a token of another key": signed(FOREIGN_KEY),
        "a token for somebody else": signed(own_key, aud="another"),
        "a token of another issuer": signed(own_key, iss="http://127.0.0.1:1"),
        "a token that has ended": signed(own_key, exp=hour, iat=hour - 60),
    }.items():
        twist.token = token
        browser = Browser()
        refused(what, browser, browser.answered(), "unproven")
    twist.token = signed(own_key)
    last = Browser()
    last.go(last.answered())
    check("the same token, signed anew by the right key", last.is_in())

print(f"sign-in: oidc-provider-mock {version('oidc-provider-mock')} signs in and out; {len(seen)} ways looked at")
