"""``newsdedup`` and ``python -m newsdedup``."""

import signal
from typing import NoReturn


def begin() -> NoReturn:
    """Run the command line; an interrupt while its modules are imported ends without a traceback."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from newsdedup.interfaces.cli.commands import main  # imported here because it is slow

    main()


if __name__ == "__main__":
    begin()
