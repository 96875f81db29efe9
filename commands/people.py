"""Who takes part in the work, and may do what."""

import typer

from commands.given import AsJson, given

app = typer.Typer()
PANEL = "Prepare"


@app.command(rich_help_panel=PANEL)
def people(context: typer.Context, *, json: AsJson = False) -> None:
    """Show who may do what: focal point, coordinator, governmental expert, observer."""
    from terminal.people import people_as_json, show_people
    from terminal.session import working
    from workflows.acting import known_people, taken_over, who

    with working(given(context), "read") as (terminal, workspace):
        focal_point = taken_over(workspace)
        listed = known_people(workspace.consultation, focal_point)
        you = who(workspace.consultation, given(context).acting, focal_point=focal_point)
        if json:
            terminal.json(people_as_json(listed, you))
        else:
            show_people(terminal, listed, you)
