"""Articles that stand in several papers or on several days, side by side."""
