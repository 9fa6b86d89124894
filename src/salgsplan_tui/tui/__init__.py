"""The screens: they show the plan, turn keys into changes, and calculate nothing themselves."""
