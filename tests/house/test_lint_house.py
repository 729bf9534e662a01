"""The house's textual rules catch what they should and nothing else."""

import pytest

from tools import lint_house


@pytest.mark.parametrize("rule", lint_house.RULES, ids=lambda rule: rule.name)
def test_a_rule_lets_good_lines_pass_and_catches_bad_ones(rule):
    caught = [line for line in (*rule.good, *rule.bad) if rule.pattern.search(line)]

    assert caught == list(rule.bad)


def test_the_house_keeps_its_own_rules():
    assert lint_house.faults() == []
