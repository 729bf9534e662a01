"""The invented papers: what each layout and language should give, and how much of it is read."""

import pytest

from tests.engines.reader import papers

PAPERS = {paper.name: paper for paper in papers.papers()}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_read_as_its_secretary_would_read_it(name):
    score = papers.scored(PAPERS[name])

    assert (score.wrong, score.missed, score.invented) == ([], [], [])
