"""What a person wrote in a mail: no markup, nothing quoted, no signature; and where its links lead."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 2_000

_HIDDEN: Final = ("script", "style", "head", "title")
_BREAKS: Final = {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "hr"}
_TAG: Final = re.compile(r"(<[^<>]*>)")
_NAME: Final = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
_HREF: Final = re.compile(r"""\bhref\s*=\s*["']?\s*(https?://[^\s"'<>]{1,2000})""", re.IGNORECASE)
_LINK: Final = re.compile(r"https?://[^\s<>\"']{1,2000}", re.IGNORECASE)
_QUOTED_FROM: Final = re.compile(
    r"""(?:id|class)\s*=\s*["']?(?:x_)?(?:gmail_quote|divRplyFwdMsg|appendonsend|moz-cite-prefix|yahoo_quoted"""
    r"""|protonmail_quote|OutlookMessageHeader|reply-intro|gmail_attr|zmail_extra)""",
    re.IGNORECASE,
)
"""How mail programs mark where the message that is answered begins."""
_DIVIDER: Final = re.compile(
    r"^\s*(?:_{20,}\s*$|-{2,}\s*(?:original message|message d.origine|message original|mensaje original"
    r"|forwarded message|message transféré|mensaje reenviado|исходное сообщение|пересланное сообщение"
    r"|пересылаемое сообщение|原始邮件|转发的邮件|الرسالة الأصلية|رسالة محولة)\s*-{2,})",
    re.IGNORECASE,
)
_ATTRIBUTION: Final = re.compile(
    r"^\s*(?:on\b.{5,200}\bwrote|le\b.{5,200}\ba écrit|el\b.{5,200}\bescribió|am\b.{5,200}\bschrieb"
    r"|em\b.{5,200}\bescreveu|.{5,200}\b(?:пишет|написала?|писала?)|.{3,200}写道|.{0,80}كتب.{0,120})"
    r"[\s\u00a0]*[:：]\s*$",
    re.IGNORECASE,
)
_HEAD_OF_QUOTED: Final = re.compile(
    r"^\s*\*?(?:from|de|von|от|发件人|من)\s*[\u00a0\s]*[:：]\*?\s*\S.*$", re.IGNORECASE
)
_NEXT_OF_QUOTED: Final = re.compile(
    r"^\s*\*?(?:sent|date|to|subject|envoyé|à|objet|enviado|fecha|para|asunto|отправлено|дата|кому|тема"
    r"|发送时间|收件人|主题|تاريخ الإرسال|إلى|الموضوع|gesendet|an|betreff)\s*[\u00a0\s]*[:：]",
    re.IGNORECASE,
)
_SERVICES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("OneDrive", ("1drv.ms", "onedrive.live.com", "onedrive.com")),
    ("SharePoint", ("sharepoint.com", "sharepoint.us", "sharepoint.cn")),
    ("Google Drive", ("drive.google.com", "docs.google.com", "drive.usercontent.google.com")),
    ("Dropbox", ("dropbox.com", "db.tt", "dropboxusercontent.com")),
    ("WeTransfer", ("we.tl", "wetransfer.com")),
    ("iCloud", ("icloud.com",)),
    ("Box", ("box.com",)),
    ("MEGA", ("mega.nz", "mega.io")),
    (
        "Yandex Disk",
        ("disk.yandex.ru", "disk.yandex.com", "disk.yandex.net", "yadi.sk", "disk.360.yandex.ru"),
    ),
    ("Mail.ru Cloud", ("cloud.mail.ru",)),
    ("Baidu Pan", ("pan.baidu.com",)),
    ("SwissTransfer", ("swisstransfer.com",)),
    ("Smash", ("fromsmash.com",)),
    ("GrosFichiers", ("grosfichiers.com",)),
    ("pCloud", ("pcloud.link", "pcloud.com")),
)


@dataclass(frozen=True, slots=True)
class Words:
    """What a person wrote, and the addresses that it leads to."""

    text: str
    links: tuple[str, ...]


def own_words(plain: Iterable[str], marked_up: Iterable[str]) -> Words:
    """Return what the sender wrote: of the plain text where there is any, else of the HTML."""
    texts = [each for each in plain if each.strip()]
    pages = [_from_html(each) for each in marked_up]
    own = _own("\n".join(texts or [page for page, _ in pages]))
    links = [*_LINK.findall(own), *(link for _, found in pages for link in found)]
    return Words(_clean(own)[:LIMIT].strip(), tuple(dict.fromkeys(links)))


def cloud(links: Iterable[str]) -> str:
    """Name the service of the first link that leads to a file somewhere else; empty where none does."""
    for link in links:
        host = link.split("/")[2].rpartition("@")[2].partition(":")[0].lower()
        for service, hosts in _SERVICES:
            if any(host == each or host.endswith(f".{each}") for each in hosts):
                return service
    return ""


def _from_html(page: str) -> tuple[str, list[str]]:
    """Return the text of a page up to what it quotes, and the links in it; in one walk."""
    text: list[str] = []
    links: list[str] = []
    quoted, hidden = 0, ""
    for token in _TAG.split(_without_comments(page)):
        named = _NAME.match(token) if token.startswith("<") else None
        if named is None:
            if not quoted and not hidden and not (token.startswith("<") and token.endswith(">")):
                text.append(re.sub(r"\s+", " ", token))
            continue
        name, closing = named[1].lower(), token.startswith("</")
        if hidden:
            hidden = "" if closing and name == hidden else hidden
        elif name in _HIDDEN:
            hidden = "" if closing else name
        elif name == "blockquote":
            quoted = max(0, quoted + (-1 if closing else 1))
        elif _QUOTED_FROM.search(token):
            break
        elif not quoted:
            links += _HREF.findall(token)
        if name in _BREAKS:
            text.append("\n")
    return re.sub(r"\n\s*\n+", "\n\n", html.unescape("".join(text))), [html.unescape(each) for each in links]


def _without_comments(page: str) -> str:
    pieces, at = [], 0
    while (start := page.find("<!--", at)) >= 0:
        pieces.append(page[at:start])
        if (end := page.find("-->", start)) < 0:
            return "".join(pieces)
        at = end + 3
    return "".join([*pieces, page[at:]])


def _own(text: str) -> str:
    return "\n".join(_own_lines(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def _own_lines(lines: list[str]) -> Iterator[str]:
    """Yield the lines before what is quoted below, and the signature; quoted lines between are left out."""
    for number, line in enumerate(lines):
        after = next((each for each in lines[number + 1 : number + 4] if each.strip()), "")
        if line.rstrip(" ") == "--" or _DIVIDER.match(line):
            return
        if _HEAD_OF_QUOTED.match(line) and _NEXT_OF_QUOTED.match(after):
            return
        if _begins_quoted(line, lines[number + 1] if number + 1 < len(lines) else ""):
            yield from _answers_between(lines[number + 1 :])
            return
        if not line.lstrip().startswith(">"):
            yield line


def _begins_quoted(line: str, below: str) -> bool:
    """Say whether a line, alone or with the one below, says who wrote what is quoted next."""
    if _ATTRIBUTION.match(line[:300]):
        return True
    return bool(
        line.strip()
        and below.strip()
        and not _ATTRIBUTION.match(below[:300])
        and _ATTRIBUTION.match(f"{line[:300]} {below[:300]}")
    )


def _answers_between(lines: list[str]) -> Iterator[str]:
    """Yield what was written between or below quoted lines."""
    seen = False
    for line in lines:
        if line.lstrip().startswith(">"):
            seen = True
        elif seen:
            if line.rstrip(" ") == "--":
                return
            yield line


def _clean(text: str) -> str:
    """Show control characters as what they are: something unreadable."""
    spaced = text.replace("\u00a0", " ").replace("\t", " ")
    plain = "".join(
        each if each == "\n" or each.isprintable() or each in "\u200c\u200d\u200e\u200f" else "\ufffd"
        for each in spaced
    )
    return re.sub(r"[ ]*\n(?:[ ]*\n){2,}", "\n\n", plain)
