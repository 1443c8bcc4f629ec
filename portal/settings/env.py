"""Typed readers of the environment: every setting an office may change is read through `env`."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()


def data_dir() -> Path:
    """Where a running portal writes everything: database, media, index. `PORTAL_DATA_DIR` moves it as a whole."""
    return Path(env.str("PORTAL_DATA_DIR", default=str(BASE_DIR / "var"))).expanduser().resolve()
