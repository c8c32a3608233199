"""What the reports say in numbers: text to claims, claims to reconciled figures."""
