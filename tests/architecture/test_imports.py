"""The house stays a house: imports go one way, in no circle, and importing a module does no work."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("portal", "home", "manuals", "innovations", "search")

# A module belongs to the layer with the longest matching name. Each may import what stands to the right of it.
LAYERS = {
    "portal.thai": 0,
    "portal.caching": 1,
    "portal.plugins": 1,
    "portal.admin_search": 1,
    "portal.mail": 1,
    "portal.accounts.client_address": 1,  # knows nothing of accounts
    "portal.accounts": 2,
    "portal.content": 2,
    "portal.counting": 3,
    "portal.citing": 3,
    "portal.feedback": 3,
    "portal.links": 3,
    "portal.offline": 3,
    "search": 3,
    "portal.directory": 4,
    "portal.subscriptions": 5,  # lists pages as the directory does
    "portal.statistics": 4,
    "home": 5,
    "manuals": 5,
    "innovations": 5,
    "portal": 9,  # the composition root: urls, menu, health, commands
}
# Composes by name, and is imported by Django alone.
SETTINGS = "portal.settings"
# Small modules of the root that every layer may use, since they know nothing of the others.
FREE = {
    "portal.templatetags",
    "portal.translations",
    "portal.jobs",
    "portal.later",
    "portal.exports",
    "portal.preferences",
}


def modules() -> dict[str, Path]:
    """Every module of the project but its migrations."""
    found = {}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            if "migrations" not in path.parts:
                parts = path.relative_to(ROOT).with_suffix("").parts
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imported(module: str, path: Path, *, only_top: bool = False) -> set[str]:
    """The project's modules that a module imports; imports for type checking do not count."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            node.body = []
    nodes = tree.body if only_top else list(ast.walk(tree))
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, path, node)
            names |= {f"{base}.{alias.name}" for alias in node.names} | {base}
    return {name for name in names if name in MODULES and name != module}


def _absolute(module: str, path: Path, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    kept = package[: len(package) - node.level + 1]
    return ".".join([*kept, node.module] if node.module else kept)


def layer(module: str) -> tuple[str, int]:
    """The layer's name and height."""
    name = max((one for one in LAYERS if module == one or module.startswith(one + ".")), key=len)
    return name, LAYERS[name]


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_flow_one_way(module):
    if module.startswith(SETTINGS):
        return
    own, height = layer(module)
    for target in imported(module, MODULES[module]):
        if any(target.startswith(free) for free in FREE) or target == "portal":
            continue
        name, target_height = layer(target)
        assert name == own or target_height < height, f"{module} ({own}) must not import {target} ({name})"


def test_content_apps_never_import_each_other():
    apps = {"home", "manuals", "innovations"}
    for module, path in MODULES.items():
        package = module.split(".")[0]
        if package in apps:
            others = {target.split(".")[0] for target in imported(module, path)} & apps - {package}
            assert not others, f"{module} imports {others}"


def test_the_home_page_and_the_search_name_no_plugin():
    for module, path in MODULES.items():
        if module.split(".")[0] in ("home", "search"):
            text = path.read_text(encoding="utf-8")
            assert "manuals" not in text and "innovations" not in text, f"{module} names a plugin"


def test_no_import_cycle_between_modules():
    # An import inside a function hides a circle, it does not break it. Only an app's configuration, which Django reads
    # before there are models, may name behind a method what stands above it.
    graph = {
        module: {
            target
            for target in imported(module, path, only_top=path.name == "apps.py")
            if not module.startswith(target + ".")
        }
        for module, path in MODULES.items()
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for target in graph[module]:
                if not target.startswith(module + ".") or graph[target]:
                    visit(target, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_only_defines(module):
    if module.startswith(SETTINGS) or module in ("portal.wsgi", "portal.asgi", "portal.urls"):
        return
    for node in ast.parse(MODULES[module].read_text(encoding="utf-8")).body:
        assert not isinstance(node, (ast.For, ast.While, ast.With, ast.Try)), f"{module}:{node.lineno} works at import"
        if isinstance(node, ast.Expr):
            assert isinstance(node.value, ast.Constant), f"{module}:{node.lineno} calls something at import"


def test_importing_the_pure_packages_needs_no_django():
    code = "import sys, portal.thai.normalise, portal.thai.romanise; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
