"""Addresses of pages: when two of them lead to one page, and which of them lead into an archive."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# What is added to an address to see where its readers come from, and leads nowhere else.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_cid|mc_eid|_ga|pk_\w+")
_PORTS = {"http": ":80", "https": ":443"}
# A page in the Wayback Machine, whose address holds that of the page after the moment at which it was taken.
_WAYBACK = re.compile(r"https?://(?:[a-z0-9-]+\.)*archive\.org/(?:web/)?[0-9]{4,14}(?:[a-z]{2}_)?/(.+)", re.IGNORECASE)
# Archives whose name does not say so.
_ARCHIVES = frozenset({"perma.cc", "arquivo.pt", "webcitation.org", "megalodon.jp", "zenodo.org"})
_ARCHIVE = re.compile(r"archiv|wayback|webcite", re.IGNORECASE)


def page(url: str) -> str:
    """Give what an address leads to, as text that is the same for all addresses that surely lead to one page.

    Scheme, `www.`, the case of the host, a trailing slash, a fragment, the order of what is asked and what only counts
    readers make no difference; an archived page is the page.
    """
    inner = _WAYBACK.fullmatch(url)
    return _folded(inner[1] if inner else url)


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses are one, an archived copy being another than its page."""
    return _folded(one) == _folded(other)


def is_archive(url: str) -> bool:
    """Tell whether an address looks like one of an archive, by its host or by a part of its path."""
    try:
        split = urlsplit(url)
    except ValueError:
        return False
    host = (split.hostname or "").removeprefix("www.")
    return host in _ARCHIVES or bool(_ARCHIVE.search(f"{host}{split.path}"))


def _folded(url: str) -> str:
    try:
        split = urlsplit(url if "://" in url else f"http://{url}")
        host = split.netloc.lower().removeprefix("www.").removesuffix(_PORTS.get(split.scheme, ":"))
    except ValueError:
        return url
    asked = sorted(each for each in parse_qsl(split.query, keep_blank_values=True) if not _TRACKING.fullmatch(each[0]))
    path = quote(unquote(split.path)).rstrip("/")
    return f"{host}{path}{f'?{urlencode(asked)}' if asked else ''}"
