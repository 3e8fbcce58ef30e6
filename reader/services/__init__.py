"""Use cases over the rooms below. ``Library`` is the facade: window and command line talk to nothing else."""
