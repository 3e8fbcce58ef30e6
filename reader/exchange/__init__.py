"""Annotations out of the library: one row model, and one module for each file format that it is written in."""
