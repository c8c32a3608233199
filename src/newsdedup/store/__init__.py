"""Durable events in one SQLite file: articles come, change and go, and the ids of events stay."""
