"""The article tree: a lazy model over the library, how its rows are painted, and the pane around it."""
