"""The reviewers' guide says what the program has: options, defaults, words of the policy."""

import re

from helpers import commands
from helpers.showcase import ROOT

from generator import source
from generator.audit.rulebook import BUILT_IN
from generator.binding.filling import fill
from generator.cli.check import check
from generator.cli.review import review
from generator.model.publisher import Policy, Publisher, Suspicion, Thresholds

GUIDE = (ROOT / "docs/review.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def options(command: object) -> set[str]:
    return {name for param in getattr(command, "params", ()) for name in param.opts}


def test_every_option_and_command_is_there() -> None:
    named = set(re.findall(r"(--[a-z]+)", GUIDE))
    assert named <= options(check) | options(review)
    known = {" ".join(words) for words, _ in commands.commands()}
    assert set(re.findall(r"`gongkai ([a-z]+)", GUIDE)) <= known


def test_what_is_told_of_the_publishers_file_is_so() -> None:
    policy, limits = BLOCKS[:2]
    text = f"格式: 1\n名称: 甲\n主办单位: 乙\n{policy}{limits}"
    document = source.read(text.encode(), "content/publisher.yml").document
    assert document is not None
    publisher = fill(document, Publisher).value
    assert publisher is not None
    assert publisher.thresholds == Thresholds()
    assert publisher.policy == Policy(
        stops=("错误", "spent-over-budget"), suspected=Suspicion.WARNING, notes=True
    )


def test_the_rules_that_it_names_exist() -> None:
    assert set(re.findall(r"规则: ([a-z-]+)|--rule ([a-z-]+)", GUIDE)) <= {
        pair for name in BUILT_IN.pages for pair in ((name, ""), ("", name))
    }
