r"""The one place that makes flask-ask-sdk importable, and why that is needed.

`flask_ask_sdk.skill_adapter` imports `ask_sdk_webservice_support`, whose verifier imports `certvalidator`,
which needs `oscrypto`. The last release of oscrypto (1.3.0) reads OpenSSL's version with the pattern
`\d\.\d\.\d`, so it refuses to be imported beside OpenSSL 3.0.10 and whatever else ends in two digits. No
release mends it.

We need none of it: our own verifier (`skill.web.verifier`) checks the chain with `cryptography`. So, where
the real certvalidator cannot be imported, two empty stand-ins take its place in `sys.modules` for as long as
the adapter is imported, and are gone afterwards: nothing else in the process can meet them. Where the real
one works it is used.

A stand-in certifies nothing. Should anyone ever switch on the SDK's own RequestVerifier, it raises and lets
nobody in.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn, cast

SKILL_ADAPTER = "flask_ask_sdk.skill_adapter"


def load_skill_adapter() -> type[Any]:
    """Flask-ask-sdk's `SkillAdapter` class, imported with or without a working certvalidator."""
    try:
        module = import_module(SKILL_ADAPTER)
    except Exception:  # noqa: BLE001 - oscrypto raises an error of its own, not ImportError
        with _stand_ins():
            module = import_module(SKILL_ADAPTER)
    return cast("type[Any]", module.SkillAdapter)


@contextmanager
def _stand_ins() -> Iterator[None]:
    """Stand-ins for exactly what `ask_sdk_webservice_support.verifier` takes from certvalidator."""
    before = {name: module for name, module in sys.modules.items() if _is_certvalidator(name)}
    sys.modules.update(_certvalidator())
    try:
        yield
    finally:
        for name in [name for name in sys.modules if _is_certvalidator(name)]:
            del sys.modules[name]
        sys.modules.update(before)


def _is_certvalidator(name: str) -> bool:
    return name == "certvalidator" or name.startswith("certvalidator.")


def _certvalidator() -> dict[str, ModuleType]:
    package, errors = ModuleType("certvalidator"), ModuleType("certvalidator.errors")
    vars(package).update(CertificateValidator=CertificateValidator, errors=errors)
    vars(errors).update(ValidationError=ValidationError, PathError=PathError)
    return {"certvalidator": package, "certvalidator.errors": errors}


class ValidationError(Exception):
    """Stands in for certvalidator.errors.ValidationError."""


class PathError(Exception):
    """Stands in for certvalidator.errors.PathError."""


class CertificateValidator:
    """Stands in for certvalidator.CertificateValidator, and finds no certificate valid."""

    def __init__(self, *_certificates: object) -> None:
        self._refuse()

    @staticmethod
    def _refuse() -> NoReturn:
        raise ValidationError("certvalidator is not usable here; skill.web.verifier checks the chain")
