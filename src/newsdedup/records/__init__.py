"""Records: what the articles about one event say together."""
