"""Titles of speeches, in the languages that papers come in: closing remarks, opening address, keynote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.names.letters import plain
from hemicycle.programme.terms import HIGH, MEDIUM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.findings import Gravity
    from hemicycle.engines.formats.programme import TextMap

_SPEECHES = (
    "address addresses keynote keynotes remarks speech speeches words",
    "allocution allocutions discours mot mots propos remarques",
    "alocución alocuciones discurso discursos observaciones palabras",
    "alocução considerações observações palavras",
    "ansprache ansprachen grußwort grußworte rede reden worte",
    "toespraak toespraken woord woorden",
    "konuşma konuşması konuşmalar konuşmaları sözleri",
    "كلمة كلمات ملاحظات",
)
_OCCASIONS = (
    "closing concluding final introductory keynote keynotes opening welcome welcoming",
    "bienvenue clôture fin final finales finals liminaire ouverture",
    "apertura bienvenida cierre clausura finales inaugural inaugurales principal",
    "abertura boas encerramento finais vindas",
    "abschließende einleitende grußwort grußworte",
    "afsluitend afsluitende inleidend inleidende slot welkom",
    "açılış hoşgeldiniz kapanış",
    "افتتاحية الافتتاح ترحيبية الترحيب ختامية الختام رئيسية",
)
_BOTH = (
    "abschlussrede abschlussworte begrüßungsworte eröffnungsrede eröffnungsreden eröffnungsworte",
    "schlussbemerkungen schlussrede schlusswort schlussworte willkommensworte",
    "openingstoespraak openingswoord slotopmerkingen slottoespraak slotwoord welkomsttoespraak welkomstwoord",
)
_SMALL = "a an and the of by d l de des du et la las le les los y a o as os e da do dos und der die das en het van ve و"


def _letters(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(word) for line in lines for word in line.split()) - {""}


_SPEECH, _OCCASION, _SMALL_WORDS = (
    _letters((*_SPEECHES, *_BOTH)),
    _letters((*_OCCASIONS, *_BOTH)),
    _letters([_SMALL]),
)


def gravity(title: TextMap) -> Gravity | None:
    """How grave it is that nobody gives a speech of this title: high where the title says a speech and nothing else.

    Medium where it says more, such as a discussion before; nothing where it is no speech, and nothing for an opening
    or a closing alone, which may be a point of the agenda.
    """
    said = [set(_words(text)) for text in title.values() if text.strip()]
    speeches = [words for words in said if words & _SPEECH and words & _OCCASION]
    if not speeches:
        return None
    return HIGH if all(words <= _SPEECH | _OCCASION | _SMALL_WORDS for words in speeches) else MEDIUM


def _words(text: str) -> Iterable[str]:
    words = "".join(sign if sign.isalpha() else " " for sign in text).split()
    return filter(None, map(plain, words))
