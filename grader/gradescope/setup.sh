#!/bin/sh
# Gradescope runs this once, as root, when it builds the image in which submissions are graded.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends openjdk-17-jdk-headless bubblewrap python3

# Student code runs as another user, who must not find them even if the sandbox should be weak.
chmod 700 "${AUTOGRADER_ROOT:-/autograder}/source/tests/hidden"
