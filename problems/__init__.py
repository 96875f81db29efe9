"""Anything wrong in something a person wrote, as values with a place."""

from problems.model import Problem, Severity, nearest
from problems.place import Place

__all__ = ["Place", "Problem", "Severity", "nearest"]
