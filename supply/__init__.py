"""The packages the guide is made of: locked to one version and to the file's own hash, with their licences."""
