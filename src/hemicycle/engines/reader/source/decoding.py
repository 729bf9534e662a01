"""Bytes to letters, whichever machine wrote them; nothing fails, and what could not be told is said in a note."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_LATIN = {
    "western": "àáâãäåæçèéêëìíîïñòóôõöøùúûüœßÿ",
    "french": "àâæçèéêëîïôœùûüÿ",
    "spanish": "áéíñóúü",
    "portuguese": "àáâãçéêíóôõú",
    "german": "äöüß",
    "dutch": "áèéëïóöü",
    "nordic": "åäæéöø",
    "italian": "àèéìíòóù",
    "turkish": "çğıöşüâîûİ",
    "icelandic": "áæðéíóöúýþ",
    "polish": "ąćęłńóśźż",
    "czech": "áčďéěíňóřšťúůýžäĺľŕô",
    "hungarian": "áéíóöőúüű",
    "romanian": "ăâîșțşţ",
    "south slavic": "čćđšž",
}
_ARABIC = "".join(chr(code) for code in range(0x621, 0x656)) + "پچژگکیہ،؛؟ـ"
_CYRILLIC = "".join(chr(code) for code in range(0x430, 0x460)) + "ґ"
_GREEK = "".join(chr(code) for code in range(0x3AC, 0x3CF)) + "ΐ"

_WESTERN = tuple(
    _LATIN[name] for name in ("french", "spanish", "portuguese", "german", "dutch", "nordic", "italian")
)

_PAGES: dict[str, tuple[str, ...]] = {
    "cp1252": (*_WESTERN, _LATIN["icelandic"]),
    "cp1254": (_LATIN["turkish"],),
    "cp1250": (
        _LATIN["polish"],
        _LATIN["czech"],
        _LATIN["hungarian"],
        _LATIN["romanian"],
        _LATIN["south slavic"],
    ),
    "cp1256": (_ARABIC,),
    "cp1251": (_CYRILLIC,),
    "cp1253": (_GREEK,),
    "mac_roman": _WESTERN,
    "mac_turkish": (_LATIN["turkish"],),
    "cp850": _WESTERN,
    "cp437": _WESTERN,
    "cp857": (_LATIN["turkish"],),
    "koi8_r": (_CYRILLIC,),
}
"""Code pages and the letters of the languages written in them; the first of equals wins."""

_PRINTERS = set("–—‘’“”„•…«»€°§©®™·ªº¿¡\xa0‚´²³½")
# A word is looked for where one begins, and no longer than words are: a kilometre of letters is passed over once.
_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff'-])[A-Za-z'-]{0,99}[\x80-\xff][A-Za-z\x80-\xff'-]{0,99}")
_MOST_WORDS = 1500
_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The letters of a file, the encoding they were in, and what is doubtful about them."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The bytes as letters; `declared` is an encoding that the file itself claims, believed only if it fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and not (encoding == "utf-16-le" and data.startswith(codecs.BOM_UTF32_LE)):
            return _lenient(data[len(mark) :], encoding)
    if wide := _wide(data):
        return _lenient(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return _lenient(data, "utf-8")
    if declared and (claimed := _claimed(data, declared)):
        return claimed
    return _single_byte(data)


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    own = data.count("�".encode(encoding)) if encoding.startswith("utf") else 0
    broken = text.count("�") - own
    if broken <= 0:
        return Decoded(text, encoding)
    letters = "1 letter" if broken == 1 else f"{broken} letters"
    return Decoded(text, encoding, (f"{letters} could not be decoded as {encoding.upper()} and show as �.",))


def _wide(data: bytes) -> str:
    """Whether the bytes are UTF-16 without a mark: one byte of each pair then hardly varies."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        block = sum(high.count(page) for page in (0, 1, 3, 4, 6, 0x20)) / len(high)
        if block > 0.95 and high.count(0) > low.count(0) and low.count(0) <= len(low) // 50:
            return encoding
    return ""


def _mostly_utf8(data: bytes) -> bool:
    good = len(
        re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", data)
    )
    high = sum(len(found) for found in re.findall(rb"[\x80-\xff]+", data))
    return good > 0 and high - 2 * good < good


def _claimed(data: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name
        # A page that says Latin-1 means Windows-1252, as every browser knows.
        text = data.decode({"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(name, name))
    except (LookupError, ValueError, AssertionError):
        return None
    return Decoded(text, name)


def _single_byte(data: bytes) -> Decoded:
    words = [found[0] for found in islice(_WORD.finditer(data, 0, _SAMPLE), _MOST_WORDS)]
    sample = b" ".join(words)
    high = sum(byte > 0x7F for byte in sample)
    scores = {encoding: _score(sample, encoding) for encoding in _PAGES}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] < high * 0.5 and (other := _guessed(data)):
        return other
    decoded = _lenient(data, best)
    if scores[best] >= high * 0.5:
        return decoded
    return Decoded(
        decoded.text, best, (*decoded.notes, "The encoding of the text is a guess; check its letters.")
    )


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of text in none of the pages above, such as Japanese."""
    import charset_normalizer

    found = charset_normalizer.from_bytes(data[:20_000], steps=3, chunk_size=1024).best()
    if found is None or found.encoding in {"ascii", "utf_8"}:
        return None
    decoded = _claimed(data, found.encoding)
    if decoded is None:
        return None
    return Decoded(
        decoded.text, decoded.encoding, ("The encoding of the text is a guess; check its letters.",)
    )


def _score(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    shape = sum(_shape(word) for word in text.split(" "))
    high = [letter.lower() if letter != "İ" else letter for letter in text if letter > "\x7f"]
    return shape + max(_alphabet(high, letters) for letters in _PAGES[encoding])


def _alphabet(high: list[str], letters: str) -> float:
    """How much of the text one language accounts for."""
    worth = dict.fromkeys(_PRINTERS.union(_LATIN["western"]), 0.6) | dict.fromkeys(letters, 1.0)
    # In doubt þ, ð and ý are Turkish ş, ğ and ı: there is far more Turkish than Icelandic about.
    worth |= dict.fromkeys(set("þðý").intersection(letters), 0.95)
    return sum(worth.get(each, -1.0) for each in high)


def _shape(word: str) -> float:
    """What is wrong with a word: signs inside it, a capital after a small letter, two scripts."""
    wrong = 0.0
    for before, letter, after in zip(" " + word, word, word[1:] + " ", strict=False):
        if letter <= "\x7f":
            continue
        inside = before.isalpha() and after.isalpha()
        if not letter.isalpha():
            wrong += 2 if inside and letter not in "’‘·\xad" and unicodedata.combining(letter) == 0 else 0
            wrong += 1 if letter == "�" or unicodedata.category(letter) in {"Cc", "So", "Co"} else 0
        elif before.isalpha():
            wrong += 1.5 if letter.isupper() and before.islower() else 0
            wrong += 2 if _script(letter) != _script(before) else 0
        elif after.isalpha() and _script(letter) != _script(after):
            wrong += 2
    return -wrong


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0]
