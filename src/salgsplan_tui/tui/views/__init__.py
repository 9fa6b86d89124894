"""Views: the pages of the main screen."""
