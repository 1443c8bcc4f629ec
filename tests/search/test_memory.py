"""A process that builds an index does not keep the memory that was freed."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = """
from search.backends.memory import give_back_what_is_freed

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 // 2**20

before = resident()
if {told}:
    assert give_back_what_is_freed()
del (first := [bytearray(2**20)])[:]  # from now on glibc would take such blocks from its heap
blocks = [bytearray(2**20) for _number in range(100)]
last = [bytearray(200_000) for _number in range(3)]  # on top of them
blocks.clear()
print(resident() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library has other ways")
@pytest.mark.parametrize(("told", "least", "most"), [(False, 60, 200), (True, 0, 20)])
def test_large_blocks_go_back_to_the_system(told, least, most):
    done = subprocess.run([sys.executable, "-c", KEPT.format(told=told)], cwd=ROOT, capture_output=True, check=True)

    assert least <= int(done.stdout) <= most
