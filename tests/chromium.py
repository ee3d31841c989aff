"""The browser of tests and measurements: Debian's Chromium without windows."""

import os
import shutil

PROGRAM = shutil.which("chromium-headless-shell")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
ARGUMENTS = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
