"""Work beside the window: jobs in threads and the importing process. QtCore only."""
