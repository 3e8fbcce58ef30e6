"""Jianbao (剪报): a desktop reader and annotator for newspaper pages."""

__version__ = "0.1.0"
