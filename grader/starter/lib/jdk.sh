# For ./lab and ./check: finds a JDK.

# Puts a JDK 17 or newer first on PATH: the one of JAVA_HOME, else the one PATH has. Otherwise says why in $jdk_problem.
use_jdk() {
    jdk_problem=''
    if [ -n "${JAVA_HOME-}" ] && is_jdk "$JAVA_HOME/bin/"; then
        PATH=$JAVA_HOME/bin:$PATH
        export PATH JAVA_HOME
        return 0
    fi
    is_jdk '' || return 1
    unset JAVA_HOME # it names something else, and the kernel must not follow it
}

is_jdk() { # PREFIX of the commands java and javac
    java_version=$("${1}java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p')
    javac_version=$("${1}javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    if [ -z "$java_version" ]; then
        : "${jdk_problem:=No JDK was found (a JDK 17 or newer is needed).}"
    elif [ "$java_version" -lt 17 ]; then
        jdk_problem="$(command -v "${1}java") is too old (a JDK 17 or newer is needed)."
    elif [ -z "$javac_version" ]; then
        jdk_problem="$(command -v "${1}java") comes without a compiler, javac (a JDK 17 or newer is needed, not only a JRE)."
    elif [ "$javac_version" -lt 17 ]; then
        jdk_problem="$(command -v "${1}javac") is too old (a JDK 17 or newer is needed)."
    else
        return 0
    fi
    return 1
}

jdk_advice() {
    cat <<'END'
  Debian, Ubuntu, WSL:  sudo apt install openjdk-17-jdk   (newer systems: openjdk-21-jdk)
  Fedora:               sudo dnf install java-latest-openjdk-devel
  macOS:                brew install --cask temurin
  Windows:              use WSL (in PowerShell: wsl --install), then as for Ubuntu
  If you have one already, set JAVA_HOME to its folder.
END
}

