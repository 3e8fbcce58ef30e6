"""The tray of marks that a newer text of their page has no place for, or another one."""
