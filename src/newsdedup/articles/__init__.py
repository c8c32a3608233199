"""What an article is, and how articles are read from files, tables and iterables."""
