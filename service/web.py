"""What a view reaches for: the process's resources and settings."""

from typing import cast

from flask import current_app

from service.config import Config
from service.resources import Resources


def resources() -> Resources:
    """Database, files, index and queue of the running application."""
    return cast(Resources, current_app.extensions["tilik.resources"])


def config() -> Config:
    return resources().config
