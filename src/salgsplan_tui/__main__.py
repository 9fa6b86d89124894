"""`python -m salgsplan_tui` is `salgsplan`."""

from salgsplan_tui.cli import main

if __name__ == "__main__":
    main()
