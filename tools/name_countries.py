"""Writes the reader's names of countries and languages, in its eight languages, from the CLDR data that Babel carries.

    python tools/name_countries.py

Run it when Babel brings new names. Names that papers use and CLDR does not know stand in `aliases.toml` beside them.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

READ = ("en", "fr", "es", "nl", "de", "tr", "pt", "ar")
FOLDER = Path(__file__).parents[1] / "src/hemicycle/engines/reader/lexicon"
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
SPOKEN = [
    "af",
    "am",
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "ha",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "ig",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "km",
    "ko",
    "ku",
    "ky",
    "lb",
    "lo",
    "lt",
    "lv",
    "mg",
    "mk",
    "mn",
    "ms",
    "mt",
    "my",
    "nb",
    "ne",
    "nl",
    "no",
    "om",
    "pa",
    "pl",
    "ps",
    "pt",
    "qu",
    "rn",
    "ro",
    "ru",
    "rw",
    "si",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "tg",
    "th",
    "ti",
    "tk",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "wo",
    "xh",
    "yo",
    "zh",
    "zu",
]


def write(name: str, rows: list[list[str]]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main() -> None:
    locales = [Locale(language) for language in READ]
    named = set.intersection(*(set(locale.territories) for locale in locales))
    countries = sorted(
        code for code in named if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    )
    write(
        "countries.csv",
        [["code", *READ], *([code, *(locale.territories[code] for locale in locales)] for code in countries)],
    )
    write(
        "languages.csv",
        [["code", *READ], *([code, *(locale.languages[code] for locale in locales)] for code in SPOKEN)],
    )


if __name__ == "__main__":
    main()
