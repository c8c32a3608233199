"""What the reports of one event say together."""
