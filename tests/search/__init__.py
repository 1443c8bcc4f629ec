"""The search: its engines, what they are asked, and what people see of it."""

import pytest

# shared expectations live outside of test_*.py files; failures there should say as much as elsewhere
pytest.register_assert_rewrite("tests.search.contract", "tests.search.backend_contract")
