"""Typed readers of the environment: every setting an office may change is read through `env`."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent


class Filled(Mapping[str, str]):
    """The variables that say something: `DATABASE_URL=`, as `.env.example` has it, stands for the default."""

    def __getitem__(self, name: str) -> str:
        if value := os.environ[name]:
            return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, value in os.environ.items() if value)

    def __len__(self) -> int:
        return sum(1 for _name in self)


class Environment(environ.Env):
    """django-environ, and a reader of secrets."""

    ENVIRON = Filled()

    def secret(self, name: str) -> str:
        """A value as it stands, or nothing: `str` takes one that begins with $ for the name of another variable."""
        value: str = self.ENVIRON.get(name, "")
        return value


env = Environment()


def data_dir() -> Path:
    """Where a running portal writes everything: database, media, index. `PORTAL_DATA_DIR` moves it as a whole."""
    return Path(env.str("PORTAL_DATA_DIR", default=str(BASE_DIR / "var"))).expanduser().resolve()
