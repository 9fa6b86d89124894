"""Widgets: each draws one thing, and says what was done with it."""
