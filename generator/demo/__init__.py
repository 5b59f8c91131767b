"""An invented city and its evaluations: what `gongkai demo` fills a project with.

Reports of 示例市 for search, audit and speed tests: any number, always the same for the same seed,
consistent throughout unless faults are asked for. `folder.write_project` is the whole line: the
city and its departments, projects over the years, the facts of a year, the sentences about them,
the file.
"""
