"""The desk page: events on one HTML page for a news desk."""
