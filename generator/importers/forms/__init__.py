"""Tables read as forms: what stands beside a name, and what stands below one."""
