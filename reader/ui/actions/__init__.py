"""Everything the reader can do, as one table: menus, tool bar, shortcuts and the overview of keys follow it."""
