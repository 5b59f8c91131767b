"""One audit rule in each module, its docstring the manual page; nothing else lies here."""
