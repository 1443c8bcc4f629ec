"""The package is plain Python and loads its dictionaries only when they are asked for."""

import pkgutil
import subprocess
import sys

import portal.thai


def test_importing_every_module_loads_neither_django_nor_the_thai_library():
    names = [f"portal.thai.{module.name}" for module in pkgutil.iter_modules(portal.thai.__path__)]
    code = f"import sys, {', '.join(names)}; print(sorted({{'django', 'pythainlp'}} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
