"""How dates look in each language; Django reads the module of the active one."""
