"""flask-ask-sdk's adapter is importable here, and the way to it leaves nothing behind."""

import subprocess
import sys

import pytest

BROKEN = """
import importlib.abc, sys

class Broken(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name == "oscrypto" or name.startswith("oscrypto."):
            raise RuntimeError("Error detecting the version of libcrypto")

sys.meta_path.insert(0, Broken())
"""

WORKING = """
import sys, types
real = types.ModuleType("certvalidator")
real.errors = types.ModuleType("certvalidator.errors")
real.CertificateValidator = type("Real", (), {})
real.errors.ValidationError = real.errors.PathError = ValueError
sys.modules["certvalidator"], sys.modules["certvalidator.errors"] = real, real.errors
"""

LOADED = """
from skill.web.adapter import load_skill_adapter
adapter = load_skill_adapter()
assert adapter.__name__ == "SkillAdapter", adapter
assert load_skill_adapter() is adapter
"""


def run(*parts: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(parts)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_adapter_is_importable_on_this_machine() -> None:
    run(LOADED)


def test_the_stand_ins_are_gone_after_the_import() -> None:
    run(
        BROKEN,
        LOADED,
        """
import ask_sdk_webservice_support.verifier as theirs
assert theirs.CertificateValidator.__module__ == "skill.web.adapter"
left = [name for name in sys.modules if name.split(".")[0] == "certvalidator"]
assert all(sys.modules[name].__spec__ for name in left), left
try:
    import certvalidator
except RuntimeError:
    pass
else:
    raise SystemExit("something else could see a stand-in")
""",
    )


def test_the_stand_ins_are_gone_even_when_the_adapter_cannot_be_imported() -> None:
    run(
        BROKEN,
        """
sys.modules["flask"] = None
from skill.web.adapter import load_skill_adapter
try:
    load_skill_adapter()
except ImportError:
    assert "certvalidator" not in sys.modules
    assert "certvalidator.errors" not in sys.modules
else:
    raise SystemExit("flask was missing")
""",
    )


def test_the_real_certvalidator_is_used_where_it_works() -> None:
    run(
        WORKING,
        LOADED,
        """
import ask_sdk_webservice_support.verifier as theirs
assert theirs.CertificateValidator is real.CertificateValidator
assert sys.modules["certvalidator"] is real
""",
    )


@pytest.mark.parametrize("arguments", ["b'leaf', []", "b'leaf'"])
def test_a_stand_in_lets_nobody_in(arguments: str) -> None:
    run(
        BROKEN,
        LOADED,
        f"""
import ask_sdk_webservice_support.verifier as theirs
try:
    theirs.CertificateValidator({arguments})
except theirs.ValidationError:
    pass
else:
    raise SystemExit("a stand-in found a certificate valid")
""",
    )


def test_the_sdks_own_verifiers_are_never_made() -> None:
    run(
        LOADED,
        """
import ask_sdk_webservice_support.webservice_handler as handler
def never(*_arguments):
    raise SystemExit("the SDK's own verifier was made")
handler.RequestVerifier = handler.TimestampVerifier = never
from ask_sdk_core.skill_builder import SkillBuilder
from skill.web.application import build_app
build_app(SkillBuilder().create(), "amzn1.ask.skill.ours")
""",
    )
