"""The panel of the codebook: the tree of tags, what each means, and what can be done to them."""
