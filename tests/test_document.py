"""Documents from templates: what stands in them, and that a value is never anything but text."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from lxml import etree

from exports.document import render_document
from exports.document_markdown import BOXES
from exports.document_values import bare, guarded, sheltered
from exports.templating import PRODUCT_FACTS, check_product, environment, render_product
from exports.texts import printable
from exports.word_markup import W
from problems import Place, Problem
from problems.templates import (
    BlockUnknown,
    FactUnknown,
    TemplateFailed,
    TemplateFilterUnknown,
    TemplateMissing,
    TemplateNotClosed,
    TemplateSyntax,
    TemplateTagUnknown,
)
from sources.templates import Sandbox, fill, loader
from tests.sample_products import AT, TEMPLATES, facts, product
from tests.test_word import ORDER, compare, parts, told, tree

SAMPLES = [(name, language) for name in ("summary", "certificate") for language in ("en", "fr", "ar")]


def drawn(template: str, **given: object) -> bytes:
    """Fill a template and lay it out."""
    surroundings = environment(DictLoader({"x.j2": template}))
    made, problems = render_product(
        surroundings, "x.j2", {"language": "en", **given}, shown="x.j2", title="A title", at=AT
    )
    assert problems == []
    return made


def lines(template: str, **given: object) -> list[str]:
    return told(drawn(template, **given))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_a_product_says_what_its_template_and_the_facts_say(name: str, language: str) -> None:
    compare(f"product-{name}-{language}.docx.txt", told(product(name, language)))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_a_product_is_well_formed_in_the_order_that_word_demands_and_the_same_twice(
    name: str, language: str
) -> None:
    package = product(name, language, draft=True)
    assert product(name, language, draft=True) == package
    for part, content in parts(package).items():
        if not part.startswith("word/") or not part.endswith(".xml") or "theme" in part:
            continue
        for element in etree.fromstring(content).iter(*(f"{{{W}}}{tag}" for tag in ORDER)):
            children = [etree.QName(child).localname for child in element]
            order = [*ORDER[etree.QName(element).localname].split(), "jc"]
            if etree.QName(element).localname == "tblPr":
                order = TABLE.split()
            assert children == sorted(children, key=order.index), (part, element.attrib)


TABLE = (
    "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders tblLayout"
    " tblCellMar tblLook"
)

PAYLOADS = (
    "# x",
    "*a* **b** _c_ __d__",
    "[l](http://evil.example) ![i](http://evil.example/i.png) <http://evil.example>",
    "| a | b |",
    "|---|---|",
    "---",
    "***",
    "1. x",
    "- x",
    "> x",
    "    x",
    "```\nx\n```",
    "\\",
    "\\*a\\* \\| \\pagebreak",
    "\\pagebreak",
    ":::",
    "::: centre",
    "<b>bold</b><script>x</script><!-- x -->",
    "&lt;b&gt; &amp; &#42;x&#42;",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# x #}",
    "{{ ''.__class__ }}",
    "]]><w:p/></w:t>",
    'HYPERLINK "http://evil.example"',
    '{ TOC \\o "1-3" }',
    "_x0041_",
    "\u202eevil\u202c",
    "\U000f002ax\U000f002a",
    "\U0010fffd*",
    "\U0010fffc",
    "=1+1",
    "— not a credit",
    "https://click.example",
    "٣ من ٤",
    "👩‍⚖️ 𝔸",
)
PLACES = {
    "paragraph": "{{ v }}",
    "bold": "**{{ v }}**",
    "italic": "a *{{ v }}* b",
    "between stars": "a*{{ v }}*b",
    "behind a backslash": "a \\\\{{ v }}",
    "in brackets": "[{{ v }}](http://x.example) ![{{ v }}](x)",
    "heading": "# {{ v }}",
    "item": "- {{ v }}",
    "numbered": "1. {{ v }}\n2. {{ v }}",
    "deep": "- a\n  - {{ v }}",
    "cell": "| a | b |\n|---|--:|\n| {{ v }} | {{ v }} |\n",
    "tight cell": "|a|b|\n|-|-|\n|{{ v }}|{{ v }}|\n",
    "head": "| {{ v }} | b |\n|---|---|\n| a | b |\n",
    "quote": "> {{ v }}\n>\n> — {{ v }}",
    "title": "::: title\nState\n{{ v }}\n{{ v }}\n:::",
    "centre": "::: centre\n{{ v }}\n:::",
    "note": "::: note\n{{ v }}\n:::",
    "signature": "::: signature\n{{ v }}\nOffice\n\n{{ v }}\n:::",
    "macro": "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(v) }}",
    "joined": "{{ [v, v] | join('*') }} {{ v ~ '*' }} {{ [v] | list }}",
    "safe": "{{ v | safe }}",
    "autoescape off": "{% autoescape false %}{{ v }}{% endautoescape %}",
    "set": "{% set x %}{{ v }}{% endset %}{{ x }}",
    "after a number": "{{ 1 }}{{ v }}",
}


def written(package: bytes) -> str:
    return "".join("".join(t.itertext()) for t in tree(package).iter(f"{{{W}}}t"))


def letters(text: str) -> str:
    """Return a text without white space: lines and paragraphs are told apart by other tests."""
    return "".join(printable(text).split())


def _only_text(package: bytes, value: str, places: int) -> None:
    body = tree(package)
    assert letters(written(package)).count(letters(value)) >= places
    for kind in ("hyperlink", "fldSimple", "instrText", "fldChar", "drawing", "pict", "object"):
        assert not list(body.iter(f"{{{W}}}{kind}"))
    related = b"".join(content for name, content in parts(package).items() if name.endswith(".rels"))
    assert b"evil" not in related
    assert b"External" not in related


def _shape(package: bytes) -> list[tuple[str, int]]:
    """Say what a document is built of, beside its text: tags and how often each occurs."""
    turning = {"bidi", "rtl", "jc", "rPr", "spacing", "ind", "keepNext"}
    tags = [etree.QName(e).localname for e in tree(package).iter() if isinstance(e.tag, str)]
    return sorted((tag, tags.count(tag)) for tag in set(tags) - turning)


@pytest.mark.parametrize("place", PLACES)
def test_a_value_is_the_letters_it_is_wherever_it_stands(place: str) -> None:
    template = f"{{% for v in all %}}\n{PLACES[place]}\n\n{{% endfor %}}"
    package = drawn(template, all=PAYLOADS)
    for payload in PAYLOADS:
        _only_text(package, payload, PLACES[place].count("v }}") or 1)
    harmless = drawn(template, all=["\n".join("x" for _ in payload.split("\n")) for payload in PAYLOADS])
    assert _shape(package) == _shape(harmless)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=3, max_size=9), st.sampled_from(sorted(PLACES)))
def test_any_value_is_the_letters_it_is(values: list[str], place: str) -> None:
    package = drawn(f"{{% for v in all %}}\n{PLACES[place]}\n\n{{% endfor %}}", all=values)
    for value in values:
        _only_text(package, value, 1)


@given(st.text())
def test_a_guarded_value_comes_back(value: str) -> None:
    once = guarded(sheltered(value))
    assert bare(once) == value
    assert guarded(once) == once
    assert not any(character.isascii() for character in once)


def test_title_and_footer_are_text_too() -> None:
    text = 'HYPERLINK "http://evil.example" { PAGE } *x*\n\0'
    package = render_document("x", language="en", title=text, footer=text, author=text, at=AT)
    codes = {
        "".join(code.itertext()).strip()
        for name in parts(package)
        if name.startswith(("word/footer", "word/header"))
        for code in tree(package, name).iter(f"{{{W}}}instrText")
    }
    assert codes == {"PAGE", "NUMPAGES"}
    shown = 'HYPERLINK "http://evil.example" { PAGE } *x* �'
    assert Document(io.BytesIO(package)).core_properties.title == shown
    assert Document(io.BytesIO(package)).sections[0].footer.paragraphs[0].text == f"{shown}\tPage 1 of 1"


def test_an_answer_keeps_its_paragraphs_and_lines() -> None:
    answer = "One.\r\nStill one.\n\n \n  Two, indented.\n\n"
    assert lines("Before {{ v }} after", v=answer) == [
        "Normal: Before One.\nStill one.",
        "Normal:   Two, indented. after",
    ]
    assert lines("- {{ v }}\n- next", v=answer) == [
        "List Bullet 0: One.\nStill one.",
        "List Continue:   Two, indented.",
        "List Bullet 0: next",
    ]
    assert lines("| a | b |\n|---|---|\n| {{ v }} | x |", v=answer) == [
        "a | b",
        "One.\nStill one.¶  Two, indented. | x",
    ]
    assert lines("# {{ v }}", v=answer) == ["Heading 1: One. Still one.   Two, indented."]


def test_the_vocabulary() -> None:
    assert lines(
        "# One\n## Two\n### Three\n#### Four\n\nA **bold** and *italic* word,\nsame line\\\nnext line.\n\n"
        "- a\n  1. b\n     - c\n\n---\n\n> said\n>\n> — who\n\n\\pagebreak\n\n`code` [a](b) <b>x</b>\n\n"
        "::: title\nState\nWhat\nWhen\n:::\n\n::: centre\nA\nB\n:::\n\n::: note\nAside.\n:::\n\n"
        "::: signature\nName\nOffice\n\nOther\n:::\n"
    ) == [
        "Heading 1: One",
        "Heading 2: Two",
        "Heading 3: Three",
        "Heading 3: Four",
        "Normal: A bold and italic word, same line\nnext line.",
        "List Bullet 0: a",
        "List Number 2 1: b",
        "List Bullet 3 2: c",
        "Quote: said",
        "Statement by: — who",
        "Normal: `code` [a](b) <b>x</b>",
        "Title: State",
        "Subtitle: What",
        "Cover fact: When",
        "Centred: A\nB",
        "Note: Aside.",
        "Name¶Office |  | Other",
    ]


def test_numbered_lists_count_anew_and_page_breaks_break() -> None:
    package = drawn("1. a\n2. b\n\nText\n\n1. c\n\n\\pagebreak\nText\n\\pagebreak\nText")
    numbers = [n.get(f"{{{W}}}val") for n in tree(package).iter(f"{{{W}}}numId")]
    assert numbers == ["2", "2", "3"]
    starts = tree(package, "word/numbering.xml").iter(f"{{{W}}}num")
    assert [n.get(f"{{{W}}}numId") for n in starts] == ["1", "2", "3"]
    assert len([b for b in tree(package).iter(f"{{{W}}}br") if b.get(f"{{{W}}}type") == "page"]) == 2


def test_table_headings_repeat_rows_stay_whole_and_columns_fill_the_page() -> None:
    template = "| Body | Asked |\n|---|--:|\n{% for n in all %}\n| Body {{ n }} | {{ n }} |\n{% endfor %}\n"
    body = tree(drawn(template, all=list(range(40))))
    rows = list(body.iter(f"{{{W}}}tr"))
    assert len(rows) == 41
    assert [row.find(f".//{{{W}}}tblHeader") is not None for row in rows] == [True, *[False] * 40]
    assert all(row.find(f".//{{{W}}}cantSplit") is not None for row in rows)
    assert sum(int(column.get(f"{{{W}}}w")) for column in body.iter(f"{{{W}}}gridCol")) == 9070


def test_a_table_without_words_in_its_heading_has_none() -> None:
    assert lines("| | |\n|---|---|\n| **Name** | {{ v }} |\n", v="") == ["Name | "]


def test_a_certificate_lies_on_its_side_and_a_value_cannot_turn_it() -> None:
    head = "---\npage: landscape\nlook: certificate\n---\n# {{ v }}\n"
    sides = [
        (section.page_width.cm > section.page_height.cm, section.footer.paragraphs[0].text)
        for template in (head, "{{ v }}\n")
        for section in Document(io.BytesIO(drawn(template, v=head))).sections
    ]
    assert sides == [(True, ""), (False, "A title\tPage 1 of 1")]


def test_a_draft_has_a_watermark_on_its_first_page_and_the_others() -> None:
    draft, final = product("summary", draft=True), product("summary")
    headers = [content for name, content in parts(draft).items() if "word/header" in name]
    assert len(headers) == 2
    assert all(b'string="DRAFT"' in header for header in headers)
    assert b"PowerPlusWaterMarkObject" not in b"".join(parts(final).values())
    assert Document(io.BytesIO(draft)).core_properties.content_status == "Draft"


def test_properties_say_what_it_is_and_when() -> None:
    package = product("summary", "fr")
    properties = Document(io.BytesIO(package)).core_properties
    assert properties.title == "Dialogue constructif sur la participation à l’examen"
    assert properties.author == "Directorate of International Cooperation, Ministry of Justice"
    assert (properties.language, properties.comments) == ("fr", "")
    assert str(properties.created) == "2027-02-01 09:30:00+00:00"
    with zipfile.ZipFile(io.BytesIO(package)) as entries:
        assert {entry.date_time for entry in entries.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_statements_run_in_the_direction_of_their_words() -> None:
    style = f".//{{{W}}}pStyle[@{{{W}}}val='Quote']"
    quotes = [p for p in tree(product("summary")).iter(f"{{{W}}}p") if p.find(style) is not None]
    assert [p.find(f"{{{W}}}pPr/{{{W}}}bidi") is not None for p in quotes] == [False, False, True, False]
    arabic = tree(product("summary", "ar"))
    assert all(s.find(f"{{{W}}}bidi") is not None for s in arabic.iter(f"{{{W}}}sectPr"))
    assert all(t.find(f"{{{W}}}tblPr/{{{W}}}bidiVisual") is not None for t in arabic.iter(f"{{{W}}}tbl"))


# Filters


def test_filters_write_days_lists_and_paragraphs_in_the_language() -> None:
    given = {"when": AT.date(), "at": AT, "names": ["a", "b", "c"], "text": "One.\n\nTwo.\n"}
    template = Sandbox().from_string(
        "{{ when | day }}\n{{ at | moment }}\n{{ names | list }}\n{{ names | list | length }}"
        "{% for each in text | paragraphs %} [{{ each }}]{% endfor %}"
    )
    made = [template.render(language=language, **given).split("\n") for language in ("en", "fr")]
    assert made == [
        ["Monday, 1 February 2027", "Monday, 1 February 2027, 09:30 (UTC)", "a, b and c", "3 [One.] [Two.]"],
        ["lundi 1er février 2027", "lundi 1er février 2027, 09:30 (UTC)", "a, b et c", "3 [One.] [Two.]"],
    ]


# Problems


def check(tmp_path: Path, text: str) -> list[Problem]:
    path = tmp_path / "x.j2"
    path.write_text(text, encoding="utf-8")
    return check_product(path, "products/en/x.j2")


def at(line: int, column: int) -> Place:
    return Place("products/en/x.j2", line=line, column=column)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.j2")), ids=lambda path: path.name)
def test_the_samples_have_no_problem(path: Path) -> None:
    assert check_product(path, path.name) == []


THREE_DEEP = """{% for id, round in rounds | items %}
{% for item in round.items %}
{{ item.statments }}
{% endfor %}
{% endfor %}
"""
TOP = tuple(sorted(PRODUCT_FACTS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{{ state }}\nOn {{ todday }}",
            [FactUnknown(place=at(2, 7), name="todday", allowed=TOP, near="today")],
        ),
        (
            "---\npage: landscape\n---\n{{ focal_point.nane }}",
            [
                FactUnknown(
                    place=at(4, 16),
                    name="focal_point.nane",
                    allowed=("email", "name", "office", "telephone"),
                    near="name",
                )
            ],
        ),
        (
            THREE_DEEP,
            [
                FactUnknown(
                    place=at(3, 9),
                    name="item.statments",
                    allowed=("answered", "id", "options", "statements", "text", "type"),
                    near="statements",
                )
            ],
        ),
        (
            "a\n  {% for x in status %}\nb",
            [TemplateNotClosed(place=at(2, 3), tag="{% for … %}", closing="{% endfor %}")],
        ),
        (
            "{% if state %}{% for x in status %}\n{% endif %}",
            [TemplateNotClosed(place=at(1, 15), tag="{% for … %}", closing="{% endfor %}")],
        ),
        ("a\nb {{ state\nc", [TemplateNotClosed(place=at(2, 3), tag="{{", closing="}}")]),
        ("a {# b", [TemplateNotClosed(place=at(1, 3), tag="{#", closing="#}")]),
        ("::: title\nx", [TemplateNotClosed(place=at(1, 1), tag="::: title", closing=":::")]),
        (
            "\n::: center\nx\n:::",
            [
                BlockUnknown(
                    place=at(2, 5),
                    name="center",
                    allowed=BOXES,
                    near="centre",
                )
            ],
        ),
        ("{{ today | dayy }}", [TemplateFilterUnknown(place=at(1, 12), name="dayy", near="day")]),
        ("{{ a ? b }}", [TemplateSyntax(place=at(1, 1), why="unexpected char '?' at 5")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_template_is_said_with_its_place(
    text: str, expected: list[Problem], tmp_path: Path
) -> None:
    assert check(tmp_path, text) == expected


def test_an_unknown_tag_is_said_with_what_it_might_be(tmp_path: Path) -> None:
    (problem,) = check(tmp_path, "\n {% iff state %}x{% endif %}")
    assert isinstance(problem, TemplateTagUnknown)
    assert (problem.place, problem.tag, problem.near) == (at(2, 5), "iff", "if")


def test_the_head_of_a_template_is_checked(tmp_path: Path) -> None:
    problems = check(tmp_path, "---\npage: sideways\nlok: plain\n---\nx")
    assert [(problem.code, problem.place) for problem in problems] == [
        ("not-allowed", at(2, 1)),
        ("unknown-key", at(3, 1)),
    ]


def test_a_template_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    assert [p.code for p in check_product(tmp_path / "x.j2", "x.j2")] == ["file-unreadable"]
    (tmp_path / "x.j2").write_bytes(b"\xff\xfe")
    assert [p.code for p in check_product(tmp_path / "x.j2", "x.j2")] == ["file-unreadable"]


def test_filling_stops_with_a_problem_at_the_line(tmp_path: Path) -> None:
    (tmp_path / "x.j2").write_text("a\nb {{ body.name }}\n")
    (tmp_path / "y.j2").write_text("a\n{% include 'z.j2' %}\n")
    (tmp_path / "day.j2").write_text("\n\n{{ today | day }}\n")
    surroundings = environment(loader([tmp_path]))
    place = Place("x.j2", line=2, column=1)
    why = "'body' is undefined"
    assert fill(surroundings, "x.j2", {}, "x.j2") == ("", [TemplateFailed(place=place, why=why)])
    assert fill(surroundings, "w.j2", {}, "w.j2") == ("", [TemplateMissing(place=Place("w.j2"), name="w.j2")])
    missing = TemplateMissing(place=Place("y.j2", line=2, column=1), name="z.j2")
    assert fill(surroundings, "y.j2", {}, "y.j2") == ("", [missing])
    failed = TemplateFailed(place=Place("day.j2", line=3, column=1), why="'soon' is not a day")
    assert fill(surroundings, "day.j2", {"today": "soon"}, "day.j2") == ("", [failed])


def test_a_template_cannot_reach_into_the_program() -> None:
    surroundings = environment(DictLoader({"x.j2": "{{ state.__class__.__mro__ }}"}))
    made, problems = fill(surroundings, "x.j2", {"state": "x"}, "x.j2")
    assert made == ""
    assert [problem.code for problem in problems] == ["template-failed"]


def test_only_what_a_macro_of_the_template_writes_brings_marks_along() -> None:
    macros = "{% macro strong(x) %}**{{ x }}**{% endmacro %}"
    given = {"v": "*v*", "round": {"get": "*no*", "items": "*i*"}}
    surroundings = environment(
        DictLoader(
            {
                "m.j2": macros,
                "x.j2": macros + "{% import 'm.j2' as m %}{% from 'm.j2' import strong as other %}"
                "{% set kept = strong(v) %}{% set round = round %}\n"
                "{{ strong(v) }} {{ m.strong(v) }} {{ other(v) }}\n\n{{ kept }} {{ strong(v) ~ v }}\n\n"
                "{{ round.items }} {{ round.values() | list }}",
            }
        )
    )
    made, problems = fill(surroundings, "x.j2", sheltered({"language": "en", **given}), "x.j2")
    package = render_document(made, language="en", title="", at=AT)
    assert problems == []
    assert told(package) == [
        "Normal: *v* *v* *v*",
        "Normal: ***v*** ***v****v*",
        "Normal: *i* *no* and *i*",
    ]
    bold = [run.text for p in Document(io.BytesIO(package)).paragraphs for run in p.runs if run.bold]
    assert bold == ["*v*", "*v*", "*v*"]


def test_the_folder_of_the_consultation_goes_first(tmp_path: Path) -> None:
    for folder, text in (("own", "own"), ("shipped", "shipped")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.j2").write_text(text)
    (tmp_path / "shipped" / "y.j2").write_text("shipped")
    surroundings = environment(loader([tmp_path / "own", tmp_path / "shipped"]))
    made = [fill(surroundings, name, {}, name)[0] for name in ("x.j2", "y.j2")]
    assert [bare(text) for text in made] == ["own", "shipped"]


def test_the_page_on_products_names_every_fact_and_block() -> None:
    page = (Path(__file__).parent.parent / "docs" / "products.md").read_text(encoding="utf-8")
    assert [name for name in _names(PRODUCT_FACTS) if f"`{name}`" not in page] == []
    assert [name for name in BOXES if f"`::: {name}`" not in page] == []


def _names(known: object) -> set[str]:
    if isinstance(known, list):
        return set().union(*map(_names, known))
    if not isinstance(known, dict):
        return set()
    return {name for name in known if name != "*"}.union(*map(_names, known.values()))


def test_the_sample_facts_are_those_that_templates_are_checked_against() -> None:
    assert _names(facts()) - {"topics", "priorities", "meeting"} == _names(PRODUCT_FACTS)


@pytest.mark.office
@pytest.mark.parametrize(("name", "pages"), [("summary", 2), ("certificate", 1)])
def test_libreoffice_opens_it(name: str, pages: int, tmp_path: Path) -> None:
    if shutil.which("soffice") is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice (soffice) is not installed")
    (tmp_path / "x.docx").write_bytes(product(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "x.docx")], check=True, capture_output=True, timeout=180)
    made = (tmp_path / "x.pdf").read_bytes()
    assert made.count(b"/Type/Page\n") + made.count(b"/Type/Page/") == pages
