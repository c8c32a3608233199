"""The window of a store: what is kept of its articles, and how they are grouped."""
