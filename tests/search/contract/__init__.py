"""What every engine has to do, one file a side of it; `tests.search.backend_contract` puts them together."""
