"""Measured speed and memory of salgsplan, beside its peers on the same work."""
