"""What comes out besides HTML. Every step works on the built site alone and can be run by itself."""
