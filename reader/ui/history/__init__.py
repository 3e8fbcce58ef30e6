"""The history panel: the steps that undo and redo walk, by name."""
