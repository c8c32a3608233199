"""Figures of the reports: text to claims, claims to reconciled figures."""
