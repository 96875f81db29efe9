"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("consult", deadline=None)  # a slow machine disproves nothing
settings.load_profile("consult")
