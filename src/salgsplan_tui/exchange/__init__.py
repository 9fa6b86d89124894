"""Between values and other programs' files: vCards and tables of contacts come in here (libraries.md 3)."""
