"""What a page, an article and an annotation are, and the logic that every room shares. Pure: no I/O, no Qt."""
