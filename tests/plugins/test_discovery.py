"""From a name in PORTAL_PLUGINS to an installed app."""

from importlib.metadata import EntryPoint

import pytest

from portal.plugins.discovery import PluginNotInstalled, available, installed_apps, named_twice, unmet


def test_the_built_in_plugins_come_in_through_entry_points():
    assert {"manuals", "innovations"} <= set(available())
    assert installed_apps(["manuals"]) == ["manuals.apps.ManualsPlugin"]


def test_a_dotted_class_path_is_taken_as_it_is():
    assert installed_apps(["somewhere.apps.SomePlugin"]) == ["somewhere.apps.SomePlugin"]


def test_the_order_is_kept_and_blanks_and_repetitions_are_not():
    names = ["innovations", " manuals ", "", "manuals.apps.ManualsPlugin"]
    assert installed_apps(names) == ["innovations.apps.InnovationsPlugin", "manuals.apps.ManualsPlugin"]
    assert named_twice(names) == ["manuals.apps.ManualsPlugin"]


def test_a_name_that_nobody_offers_says_what_to_install():
    with pytest.raises(PluginNotInstalled, match="pip install portal-contests"):
        installed_apps(["contests"])


def test_a_plugin_without_a_package_lacks_nothing():
    assert unmet(EntryPoint("loose", "loose.apps:LoosePlugin", "portal.plugins")) == []


def test_a_name_that_nobody_offers_stops_the_start(portal_with):
    done = portal_with("manuals,contests").manage("check")
    assert done.returncode != 0
    assert "names the plugin 'contests', but no installed package offers it" in done.stderr
    assert "pip install portal-contests" in done.stderr


def test_a_plugin_that_needs_a_missing_module_is_named_with_it(portal_with, tmp_path):
    write_plugin(tmp_path, "thirsty", models="import a_module_that_nobody_has")
    done = portal_with("manuals,thirsty.apps.Plugin").run("manage.py", "check", PYTHONPATH=str(tmp_path))
    assert done.returncode != 0
    assert "The plugin 'thirsty' needs the Python module 'a_module_that_nobody_has'" in done.stderr
    assert "pip install" in done.stderr


def test_a_plugin_that_needs_a_missing_app_is_named_with_it(portal_with, tmp_path):
    write_plugin(tmp_path, "lonely", attributes='requires_apps = ["django.contrib.humanize"]')
    portal = portal_with("manuals,lonely.apps.Plugin")
    done = portal.run("manage.py", "check", PYTHONPATH=str(tmp_path))
    assert done.returncode != 0
    assert "The plugin 'lonely' needs the Django app django.contrib.humanize" in done.stderr
    portal.plugins = "manuals,django.contrib.humanize,lonely.apps.Plugin"
    assert portal.run("manage.py", "check", PYTHONPATH=str(tmp_path)).returncode == 0


def write_plugin(folder, name: str, attributes: str = "", models: str = "") -> None:
    package = folder / name
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "models.py").write_text(models, encoding="utf-8")
    (package / "apps.py").write_text(
        "from portal.plugins import PortalPlugin\n\n\n"
        f"class Plugin(PortalPlugin):\n    name = {name!r}\n    {attributes}\n",
        encoding="utf-8",
    )
