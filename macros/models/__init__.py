"""The content's models: frozen, strict, and described in Danish for the editor who writes it."""
