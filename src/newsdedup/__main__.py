"""``python -m newsdedup``."""

from newsdedup.interfaces.cli.commands import main

if __name__ == "__main__":
    main()
