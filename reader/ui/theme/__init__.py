"""How the interface looks: colours, type, palette and style sheet, all derived from one table of tokens."""
