"""The file of a store: the only code that knows SQL."""
