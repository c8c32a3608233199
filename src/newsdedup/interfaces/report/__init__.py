"""Records as one page for a news desk."""
