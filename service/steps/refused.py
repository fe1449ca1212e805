"""What a step answers when it will not do what was asked."""


class Refused(Exception):
    """The act is not possible now. The message tells staff why and what to do; `field` names the input it is about."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
