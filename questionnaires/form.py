"""Read a form: a questionnaire of numbered parts that asks about no article, written in one short file."""

from pathlib import Path

from clusters.load import broken
from problems import Problem
from questionnaires.check import LONGEST
from questionnaires.form_check import check_form
from questionnaires.form_written import FormDraft, WrittenForm, WrittenFormItem, WrittenPart
from questionnaires.model import Column, Condition, Item, Option, Questionnaire, Section
from questionnaires.written import Entry
from sources.translations import Texts, translate
from sources.yaml import load_model, read_yaml


def read_form(path: Path, process: str, shown: str) -> tuple[Questionnaire | None, list[Problem]]:
    """Read and check a form with its translations; none where anything is wrong, warnings apart.

    `process` is the first word of its id and no instrument's; problems name the file `shown`.
    """
    document, problems = read_yaml(path, shown)
    if document is None:
        return None, problems
    written, problems = load_model(document, WrittenForm)
    if written is None:
        return None, problems
    draft = FormDraft(document, written, process)
    head = {"form": written.form}
    texts, problems = translate(path, document.path, draft.words, head=head, longest=LONGEST)
    problems = [*check_form(draft, path.stem), *problems]
    return (None if broken(problems) else _build(draft, texts)), problems


def _build(draft: FormDraft, texts: Texts) -> Questionnaire:
    form = draft.written
    return Questionnaire(
        id=draft.id,
        instrument=draft.id,
        cluster=0,
        version=form.version,
        status=form.status,
        source=form.source,
        title=texts["title",],
        cluster_title=texts["about",],
        verified=True,
        sections=tuple(_part(draft, part, number, texts) for number, part in enumerate(form.parts, 1)),
        purpose=texts.get(("purpose",), {}),
        seen=texts.get(("seen",), {}),
    )


def _part(draft: FormDraft, part: WrittenPart, number: int, texts: Texts) -> Section:
    return Section(
        instrument=draft.id,
        article=number,
        title=texts["parts", part.id, "title"],
        about=texts["parts", part.id, "about"],
        items=tuple(_item(draft, entry, texts) for entry in draft.entries if entry.article == number),
    )


def _item(draft: FormDraft, entry: Entry[WrittenFormItem], texts: Texts) -> Item:
    item, at = entry.item, ("items", entry.id)
    return Item(
        id=f"{draft.id}.{entry.id}",
        instrument=draft.id,
        article=entry.article,
        topics=item.topics,
        type=item.type,
        text=texts[*at, "text"],
        guidance=texts.get((*at, "guidance"), {}),
        options=tuple(Option(value=value, label=texts[*at, "options", value]) for value in item.options),
        columns=tuple(Column(id=name, label=texts[*at, "columns", name]) for name in item.columns),
        under=f"{draft.id}.{item.under}" if item.under else "",
        enable_when=tuple(
            Condition(**{**dict(condition), "question": f"{draft.id}.{condition.question}"})
            for condition in item.enable_when
        ),
        enable_behavior=item.enable_behavior,
        fills=item.fills,
        points=dict(item.points),
        right=item.right,
        required=item.required,
        concerns=dict(item.concerns),
    )
