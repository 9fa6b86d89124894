"""Answers as text for people: values laid out in lines."""
