"""The three ways a source of the example corpus becomes a file: page, word and web."""
