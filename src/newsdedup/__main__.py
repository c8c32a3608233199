"""``python -m newsdedup``."""

from newsdedup.interfaces.cli.main import main

if __name__ == "__main__":
    main()
