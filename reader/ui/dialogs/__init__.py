"""Dialogs, one a module. Each asks or shows one thing; what it decides is done by a service."""
