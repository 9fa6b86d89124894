"""salgsplan: a personal planner in the terminal for individual salespeople."""

__version__ = "0.4.0"
