"""Who works the records out, as mkdocs.yml has it."""

from mkdocs.exceptions import PluginError

from generator.batches import ALONE, Crew, CrewError
from generator.plugin.options import Options


def crew(options: Options) -> Crew:
    """Raises PluginError for what cannot be meant."""
    workers = ALONE.workers if options.workers is None else options.workers
    try:
        return Crew.of(workers, options.scheduler)
    except CrewError as unfit:
        raise PluginError(f"mkdocs.yml 中的 {unfit}") from None
