"""The domain: pure values and functions. It reads no file, asks no clock, knows no screen and no word for people."""
