"""A real web server on this machine, and a fetcher that may open it and nothing else."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from portal.links.fetching import Fetcher
from portal.links.guard import Guard

STATUS = {"/good": 200, "/gone": 404, "/error": 500, "/login": 401, "/no-head": 200, "/busy": 503}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"], self.headers["Host"]))
        targets = {"/moved": "/good", "/loop": "/loop", "/inside": "http://127.0.0.2/secret"}
        if self.path in targets:
            self.send_response(302)
            self.send_header("Location", targets[self.path])
        else:
            self.send_response(
                405
                if (self.command, self.path) == ("HEAD", "/no-head")
                else STATUS.get(self.path.partition("?")[0], 404)
            )
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *arguments):
        """Nothing: the tests look at `asked`."""


@pytest.fixture
def web():
    """The server; `web.url` and what it was `asked`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.asked, server.url = [], f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher(web):
    """It takes that one address for a public one."""
    return Fetcher(Guard(lambda address: str(address) == "127.0.0.1", frozenset({web.server_port})))
