"""The registry as a knowledge hub: list, search, ask who could speak, join duplicates, import, export."""

from pathlib import Path
from typing import Annotated

import typer

from commands.given import AsJson, given, now

app = typer.Typer(
    help="The registry of stakeholders: who is in it, who could speak to what, duplicates, import, export.",
    no_args_is_help=True,
)

Every = Annotated[bool, typer.Option("--all", help="Show every body, however many there are.")]


@app.command("list")
def list_(  # noqa: PLR0917  # Typer makes options of them
    context: typer.Context,
    kind: Annotated[str, typer.Option(help="authority, ngo, academia, private-sector, other.")] = "",
    sector: Annotated[str, typer.Option(help="Words in the sector.")] = "",
    topic: Annotated[str, typer.Option(help="A topic of its mandates or its expertise.")] = "",
    region: Annotated[str, typer.Option(help="Words in its regions.")] = "",
    language: Annotated[str, typer.Option(help="A language, by name or tag.")] = "",
    trained: Annotated[str, typer.Option(help="Words in a training that it completed.")] = "",
    event: Annotated[str, typer.Option(help="Words in an event that it attended, or its date.")] = "",
    *,
    every: Every = False,
    json: AsJson = False,
) -> None:
    """List the bodies of the registry, all or those that fit."""
    from terminal.registry import bodies_as_json, show_bodies
    from terminal.session import working
    from workflows.registry import Filter, list_bodies, read_register

    with working(given(context), "read") as (terminal, workspace):
        register = read_register(workspace)
        bodies = list_bodies(register, Filter(kind, sector, topic, region, language, trained, event))
        if json:
            terminal.json(bodies_as_json(register, bodies))
        else:
            show_bodies(terminal, register, bodies, whole=every)


@app.command()
def find(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="What to look for, in any column and any spelling.")],
    *,
    every: Every = False,
    json: AsJson = False,
) -> None:
    """Search all columns, whatever the accents and the typing errors; best first."""
    from terminal.registry import hits_as_json, show_hits
    from terminal.session import working
    from workflows.registry import find_bodies, read_register

    with working(given(context), "read") as (terminal, workspace):
        hits = find_bodies(read_register(workspace), words)
        if json:
            terminal.json(hits_as_json(hits))
        else:
            show_hits(terminal, hits, whole=every)


@app.command()
def who(
    context: typer.Context,
    article: Annotated[list[str], typer.Argument(help="An article (24, untoc.24, TIP 5) or a topic.")],
    *,
    every: Every = False,
    json: AsJson = False,
) -> None:
    """Rank who could speak to an article, with the reasons, and say who is missing."""
    from terminal.registry_who import show_speakers, speakers_as_json
    from terminal.session import working
    from workflows.registry import read_register, who_could_speak

    with working(given(context), "read") as (terminal, workspace):
        register = read_register(workspace)
        found = who_could_speak(register, " ".join(article))
        if json:
            terminal.json(speakers_as_json(found))
        else:
            show_speakers(terminal, register, found, whole=every)


@app.command()
def duplicates(context: typer.Context, *, json: AsJson = False) -> None:
    """Show the pairs of rows that are likely one body, with why."""
    from terminal.registry import pairs_as_json, show_pairs
    from terminal.session import working
    from workflows.registry import likely_duplicates, read_register

    with working(given(context), "read") as (terminal, workspace):
        pairs = likely_duplicates(read_register(workspace))
        if json:
            terminal.json(pairs_as_json(pairs))
        else:
            show_pairs(terminal, pairs)


@app.command()
def merge(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(help="The id (or row:7) of the body that stays.")],
    other: Annotated[str, typer.Argument(help="The id (or row:7) of the one that goes into it.")],
    *,
    json: AsJson = False,
) -> None:
    """Join two rows that are one body; the registry as it was is kept beside it."""
    from terminal.registry_changes import merged_as_json, show_merged
    from terminal.session import working
    from workflows.registry_merge import merge_bodies

    with working(given(context), "run") as (terminal, workspace):
        merged = merge_bodies(workspace, keep, other, at=now())
        if json:
            terminal.json(merged_as_json(merged))
        else:
            show_merged(terminal, merged)


@app.command("import")
def import_(  # noqa: PLR0917  # Typer makes options of them
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="An .xlsx, .ods or .csv in anybody's columns.")],
    columns: Annotated[
        list[str] | None, typer.Option("--map", help='"Their column=our column"; "Their column=-" skips it.')
    ] = None,
    values: Annotated[
        list[str] | None, typer.Option("--value", help='"kind:Their word=our word", for kind and the like.')
    ] = None,
    constants: Annotated[
        list[str] | None, typer.Option("--set", help='"kind=ngo": the same for every row without it.')
    ] = None,
    sheet: Annotated[str, typer.Option(help="The sheet to read; else the first with anything in it.")] = "",
    *,
    dry: Annotated[bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")] = False,
    json: AsJson = False,
) -> None:
    """Take bodies over from a spreadsheet; nothing that stands in the registry is written over."""
    from terminal.registry_changes import imported_as_json, show_imported
    from terminal.session import Exit, working
    from workflows.registry_import import import_registry
    from workflows.registry_wishes import read_wishes

    with working(given(context), "run") as (terminal, workspace):
        wishes = read_wishes(columns or (), values or (), constants or ())
        imported = import_registry(workspace, file, wishes, at=now(), sheet=sheet, dry=dry)
        if json:
            terminal.json(imported_as_json(imported, terminal.language))
        else:
            show_imported(terminal, imported, dry=dry)
        raise typer.Exit(Exit.FINE if imported.read and not imported.wanting else Exit.PROBLEMS)


@app.command()
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write: .xlsx, .csv or .json.")],
    *,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Nothing that tells a body which must not be named.")
    ] = False,
) -> None:
    """Write the registry out, all of it or what may be shown to others."""
    from terminal.session import working
    from workflows.registry import read_register
    from workflows.registry_export import export_registry

    with working(given(context), "read" if anonymous else "run") as (terminal, workspace):
        exported = export_registry(read_register(workspace), file, anonymous=anonymous)
        terminal.say("registry-exported", count=exported.rows, path=str(exported.path))
        if exported.left_out:
            terminal.say("registry-exported-without", style="yellow", count=exported.left_out)
