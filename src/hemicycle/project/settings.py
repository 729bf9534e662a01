"""Django's settings, from the environment; there is one settings module, and `manage.py check --deploy` judges it."""

from __future__ import annotations

import os
from pathlib import Path

_HOUSE = Path(__file__).parents[1]

DEBUG = False
SECRET_KEY = os.environ.get("HEMICYCLE_SECRET_KEY", "")
INSTALLED_APPS: list[str] = ["hemicycle.ui"]
MIDDLEWARE: list[str] = []
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HOUSE / "exports/html/templates"],
        "APP_DIRS": True,
    }
]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LOCALE_PATHS = [_HOUSE / "locale"]
LANGUAGES = [
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("nl", "Nederlands"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
]
