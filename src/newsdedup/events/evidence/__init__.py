"""Views to evidence: candidate pairs, their features, and the model that weighs them."""
