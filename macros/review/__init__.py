"""What an editor is told before the guide is built: everything the build refuses, and the language besides."""
