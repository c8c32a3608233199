"""Reports of one event: views, evidence, scores, linkage, cut, explanation."""
