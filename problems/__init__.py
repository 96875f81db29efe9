"""Anything wrong in something a person wrote, as values with a place."""

from problems.model import Place, Problem, Severity, nearest

__all__ = ["Place", "Problem", "Severity", "nearest"]
