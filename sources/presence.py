from pathlib import Path


def missing(path: Path) -> bool:
    """Return whether there is no such file; False where that cannot be known: reading it will say why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
