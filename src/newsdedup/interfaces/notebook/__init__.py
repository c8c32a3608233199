"""Results as HTML for notebooks."""
