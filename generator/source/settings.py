"""Single settings in files that are MkDocs' own, for whoever works without MkDocs."""

from collections.abc import Iterator

import yaml


def plugin_option(text: str, plugin: str, option: str) -> str | None:
    """What mkdocs.yml sets for a plugin; None where it sets nothing, or cannot be read.

    Tags such as `!ENV` stand in that file too: it is looked at, and nothing in it is made.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    for plugins in _under(root, "plugins"):
        for one in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
            for options in _under(one, plugin):
                for value in _under(options, option):
                    return value.value if isinstance(value, yaml.ScalarNode) else None
    return None


def scalar(text: str, *names: str) -> str | None:
    """What a front matter or a file of settings says under a key, or under keys within keys.

    None where it says nothing, or cannot be read.
    """
    try:
        here = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    for name in names:
        here = next(_under(here, name), None)
    return here.value if isinstance(here, yaml.ScalarNode) else None


def _under(node: yaml.Node | None, name: str) -> Iterator[yaml.Node]:
    """The values of a key."""
    if isinstance(node, yaml.MappingNode):
        yield from (value for key, value in node.value if key.value == name)
