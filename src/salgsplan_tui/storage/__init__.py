"""Storage: TOML files and values, written safely, found where they lie; it knows no screen and no word for people."""
