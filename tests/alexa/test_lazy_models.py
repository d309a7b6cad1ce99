"""The SDK's models load when they are used, and are the same classes as ever."""

from __future__ import annotations

import json
import subprocess
import sys

HOOK = "from skill.alexa.lazy_models import install; install(); install()\n"
EVERY_NAME = """
import ast, importlib, json, pathlib, importlib.util
root = pathlib.Path(importlib.util.find_spec("ask_sdk_model").submodule_search_locations[0])
found = {}
for file in sorted(root.rglob("__init__.py")):
    package = ".".join(["ask_sdk_model", *file.parent.relative_to(root).parts])
    for node in ast.parse(file.read_text()).body:
        if isinstance(node, ast.ImportFrom) and node.module != "__future__":
            for alias in node.names:
                value = getattr(importlib.import_module(package), alias.name)
                found[f"{package}.{alias.name}"] = f"{value.__module__}.{value.__qualname__}"
print(json.dumps(found))
"""


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_every_exported_name_is_the_same_class_with_and_without_the_hook() -> None:
    lazy, eager = json.loads(run(HOOK + EVERY_NAME)), json.loads(run(EVERY_NAME))
    assert len(eager) >= 590
    assert lazy == eager


def test_importing_everything_of_a_package_brings_the_same_names() -> None:
    program = (
        "from {0} import *\nprint(sorted(n for n in dir() if n[0].isupper()))\n"
        "import {0} as p\nprint(sorted(n for n in dir(p) if n[0].isupper()))"
    )
    for package in ("ask_sdk_model", "ask_sdk_model.interfaces.alexa.presentation.apl"):
        asked = program.format(package)
        assert run(HOOK + asked) == run(asked)


def test_a_module_or_package_can_be_reached_as_an_attribute() -> None:
    program = (
        "import ask_sdk_model as m\nprint(m.intent_request.IntentRequest.__name__, m.ui.SimpleCard.__name__)"
    )
    assert run(HOOK + program) == "IntentRequest SimpleCard"


def test_a_name_that_the_sdk_does_not_have_is_missing_in_the_usual_way() -> None:
    program = "import ask_sdk_model as m\nprint([hasattr(m, n) for n in ('Nobody', 'nobody', '__nobody__')])"
    assert run(HOOK + program) == "[False, False, False]"
    refused = (
        "try:\n    from ask_sdk_model import Nobody\nexcept ImportError as e:\n    print(type(e).__name__)"
    )
    assert run(HOOK + refused) == run(refused) == "ImportError"


def test_the_hook_is_installed_once_and_not_where_the_models_are_loaded_already() -> None:
    count = "import sys\nprint(sum(type(f).__name__ == '_Finder' for f in sys.meta_path))"
    assert run(HOOK + count) == "1"
    assert run("import ask_sdk_model\n" + HOOK + count) == "0"


def test_the_core_loads_without_the_models_and_clients_it_does_not_use() -> None:
    program = (
        "import sys, ask_sdk_core.skill_builder\n"
        "print(sum(m.startswith('ask_sdk_model') for m in sys.modules))\n"
        "print('dateutil' in sys.modules, 'requests' in sys.modules)"
    )
    models, *others = run(HOOK + program).split()
    assert int(models) < 60
    assert others == ["False", "False"]


def test_service_clients_are_made_through_the_factory() -> None:
    program = """
from ask_sdk_model.services import ApiConfiguration, ServiceClientFactory
factory = ServiceClientFactory(ApiConfiguration(authorization_value="t", api_endpoint="https://example.org"))
for name in ("ups", "reminder_management", "device_address"):
    print(type(getattr(factory, f"get_{name}_service")()).__name__)
"""
    assert run(HOOK + program) == run(program)
    assert "ReminderManagementServiceClient" in run(HOOK + program)
