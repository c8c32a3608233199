"""``python -m newsdedup``."""

from newsdedup.interfaces.cli import main

if __name__ == "__main__":
    main()
