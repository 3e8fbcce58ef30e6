"""Analyses: tables and pictures of what was marked, and the quotes behind their cells."""
