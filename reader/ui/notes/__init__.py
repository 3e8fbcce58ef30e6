"""The notes sidebar: the marks of the open article as cards, and the one that is being written about."""
