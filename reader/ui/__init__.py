"""The window: Qt widgets over the ``Library`` facade. No SQL here, and no decision that a script would need too."""
