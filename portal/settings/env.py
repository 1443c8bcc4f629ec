"""Typed readers of the environment: every setting an office may change is read through `env`."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent


class Environment(environ.Env):
    """django-environ, and a reader of secrets."""

    def secret(self, name: str) -> str:
        """A value as it stands, or nothing: `str` takes one that begins with $ for the name of another variable."""
        value: str = self.ENVIRON.get(name, "")
        return value


env = Environment()


def data_dir() -> Path:
    """Where a running portal writes everything: database, media, index. `PORTAL_DATA_DIR` moves it as a whole."""
    return Path(env.str("PORTAL_DATA_DIR", default=str(BASE_DIR / "var"))).expanduser().resolve()
