"""The workbench: the raw page beside the article, with what the page engine made of every line, and why."""
