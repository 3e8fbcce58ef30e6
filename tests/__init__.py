"""The tests of Jianbao; ``python3 -m tests`` runs them all and prepares what they need."""
