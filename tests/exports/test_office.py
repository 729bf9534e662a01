"""What somebody else's program makes of our Word file."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hemicycle.engines import reader
from hemicycle.exports import docx
from hemicycle.kit.words import words

SAMPLE = Path(__file__).parents[2] / "src/hemicycle/samples/mechelen-2017/november.md"
OFFICE = shutil.which("soffice")


@pytest.mark.office
@pytest.mark.skipif(OFFICE is None, reason="there is no LibreOffice on this machine")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_libreoffice_opens_the_word_file_and_prints_every_name(language, tmp_path):
    import pypdfium2

    programme = reader.read(SAMPLE.name, SAMPLE.read_bytes()).programme
    document = tmp_path / "programme.docx"
    document.write_bytes(docx.write(programme, words(language)))

    subprocess.run(  # noqa: S603 -- a program found on the path
        [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/office",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            document,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )

    pages = pypdfium2.PdfDocument(tmp_path / "programme.pdf")
    printed = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    missing = [person.name for person in programme.people if "".join(person.name.split()) not in printed]
    assert missing == []
