"""Whom we trust: the roots for fetching a chain and for the chain itself."""

import re
import warnings
from collections.abc import Mapping
from pathlib import Path

import certifi
from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

from skill.settings import SettingsError

VARIABLE = "SSL_CERT_FILE"
PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def roots_file(environment: Mapping[str, str]) -> Path:
    """The file of trusted roots: the one SSL_CERT_FILE names, else certifi's."""
    return Path(environment.get(VARIABLE) or certifi.where())


def trusted_roots(file: Path) -> list[x509.Certificate]:
    """Every root in the file.

    Raises:
        SettingsError: the file cannot be read or holds no certificate.
    """
    try:
        found = [root for block in PEM.findall(file.read_bytes()) if (root := _root(block))]
    except OSError as error:
        raise SettingsError(f"{VARIABLE} names a file that cannot be read.") from error
    if not found:
        raise SettingsError(f"{VARIABLE} names a file without certificates.")
    return found


def _root(block: bytes) -> x509.Certificate | None:
    """One root, or None: a single odd certificate in a system's bundle must not close the door."""
    try:
        with warnings.catch_warnings():  # certifi still holds roots whose serial number is 0
            warnings.simplefilter("ignore", CryptographyDeprecationWarning)
            return x509.load_pem_x509_certificate(block)
    except ValueError:
        return None
