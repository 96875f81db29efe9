"""Read what people write, keeping for every value the place where it stands."""

from sources.yaml import Document, load_model, read_yaml

__all__ = ["Document", "load_model", "read_yaml"]
