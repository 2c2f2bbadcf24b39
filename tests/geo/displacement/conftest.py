"""Property tests run the same cases everywhere, by no clock, and leave nothing on the disk."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")
