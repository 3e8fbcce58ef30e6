"""Searching the whole library from the window."""
