"""StorageError
├── NotFound    what was asked for is not there
├── Duplicate   it is there already
├── Stale       somebody else changed it first
├── Full        no space left where files are kept
└── Newer       the database is that of a newer program
"""


class StorageError(Exception):
    """The data cannot be kept or found as asked."""


class NotFound(StorageError):
    pass


class Duplicate(StorageError):
    pass


class Stale(StorageError):
    pass


class Full(StorageError):
    pass


class Newer(StorageError):
    pass
