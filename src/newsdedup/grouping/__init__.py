"""The left wing: which reports belong together."""
