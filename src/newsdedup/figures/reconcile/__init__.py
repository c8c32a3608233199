"""Claims to figures."""
