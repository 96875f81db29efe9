"""Signing in with an access token (SASL XOAUTH2), as the servers of Microsoft and Google want it."""

import json
import re
from base64 import b64decode
from contextlib import suppress


def bearing(user: str, token: str) -> str:
    """Return what a server is shown."""
    return f"user={user}\1auth=Bearer {token}\1\1"


def refusal(words: str, status: bytes, token: str) -> str:
    """Return why a server takes no token: its words, and of what it says besides, as JSON, the status.

    Some servers repeat what they were shown: the token is left out, and what is as long as one.
    """
    with suppress(ValueError, RecursionError):
        told = json.loads(status)
        if isinstance(told, dict) and isinstance(told.get("status"), str | int):
            words = f"{words.rstrip(' .')}; status {told['status']}"
    return re.sub(r"[\w.~+/=-]{40,}", "…", words.replace(token, "…"))


def decoded(answer: bytes) -> bytes:
    """Return what stands in an answer in base64; nothing where it is none."""
    with suppress(ValueError):
        return b64decode(answer)
    return b""
