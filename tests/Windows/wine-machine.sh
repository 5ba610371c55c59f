#!/usr/bin/env bash
# A machine with Windows APIs: Wine 10 in a folder with Debian 13, and .NET and PowerShell for Windows. Created once and kept in the
# cache; requires root, a Debian whose package sources are reachable, and NuGet. It does not contain Windows itself.
#
#   wine-machine.sh make            creates it if missing, and prints its folder; fails with the reason as the last line
#   wine-machine.sh program ASSEMBLY PROGRAM
#                                   writes a program for Windows that runs an assembly beside it
#   wine-machine.sh run FOLDER HOME COMMAND…
#                                   runs a command of Linux or, by `wine`, of Windows in it. FOLDER is what the machine may see of this
#                                   one: there it is /mnt, or Z:\mnt. HOME, below FOLDER, holds what Windows keeps on drive C.
#                                   Temporary files are in memory. Nothing that was started outlives the command.
set -euo pipefail
powershell=7.6.9 suite=trixie
packages=wine,wine64,libgnutls30t64,ca-certificates
cache=${XDG_CACHE_HOME:-$HOME/.cache}/emailsettings

fail() { printf '%s\n' "$*" >&2; exit 1; }

# The tests run on the .NET of the SDK.
runtime_version() { dotnet --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App \(10\.[^ ]*\) .*/\1/p' | sort -V | tail -n 1; }

# Another content is another machine; a layout is counted up when what is made below changes.
layout=1
machine() { printf '%s/wine-%s' "$cache" "$(printf '%s\n' $layout $suite "$packages" $powershell "$(runtime_version)" | sha256sum | cut -c1-12)"; }

# The Debian source of this machine's package manager.
mirror() { apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 2>/dev/null | sed -n 's/^Debian //p' | grep -v security | sort -u | head -n 1; }

make_debian() {
  [ "$(id -u)" = 0 ] || fail "Wine's folder takes root."
  command -v apt-get >/dev/null || fail "Wine's folder is made from Debian's packages, and there is no apt-get."
  command -v debootstrap >/dev/null || DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends debootstrap >/dev/null || fail "debootstrap could not be installed."
  local from; from=$(mirror)
  [ -n "$from" ] || fail "apt-get names no source of Debian's packages."
  timeout 600 debootstrap --variant=minbase --include=$packages $suite "$1" "$from" >"$1.log" 2>&1 || fail "Debian 13 with Wine could not be installed: $(tail -n 1 "$1.log")"
  printf '127.0.0.1 localhost\n::1 localhost\n' >"$1/etc/hosts"
  rm -rf "$1"/var/cache/apt/archives/*.deb "$1.log"
}

# The folders of .NET for Windows, as its installer lays them out, from the packages that self-contained programs are made of.
make_dotnet() {
  local root=$1/opt/dotnet version=$2 fetched=$3 shared
  for shared in Microsoft.NETCore.App Microsoft.WindowsDesktop.App; do
    local to=$root/shared/$shared/$version from=$fetched/${shared,,}.runtime.win-x64/$version/runtimes/win-x64
    mkdir -p "$to"
    find "$from/lib" "$from/native" -maxdepth 2 -type f -exec cp -t "$to" {} +
  done
  mkdir -p "$root/host/fxr/$version"
  mv "$root/shared/Microsoft.NETCore.App/$version/hostfxr.dll" "$root/host/fxr/$version/"
}

# A program of Windows that runs an assembly: the host that the SDK puts before every program, with the assembly's name written
# into the place that is left for it.
make_program() {
  assembly=$2 perl -0777 -pe 'BEGIN { $a = $ENV{assembly} } s/c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2/$a . "\0" x (64 - length $a)/e' "$1" >"$3"
  chmod +x "$3"
}

make_machine() {
  local to=$1 version fetched; version=$(runtime_version) fetched=$1.packages
  mkdir -p "$fetched"
  timeout 600 dotnet package download Microsoft.NETCore.App.Runtime.win-x64@"$version" Microsoft.WindowsDesktop.App.Runtime.win-x64@"$version" \
    Microsoft.NETCore.App.Host.win-x64@"$version" PowerShell@$powershell --output "$fetched" >"$fetched.log" 2>&1 9>&- &
  fetching=$!
  trap 'kill $fetching 2>/dev/null || :' EXIT
  make_debian "$to"
  wait "$fetching" || fail "The runtime for Windows could not be downloaded: $(tail -n 1 "$fetched.log")"
  make_dotnet "$to" "$version" "$fetched"
  cp -R "$fetched/powershell/$powershell/tools/net10.0/any/win" "$to/opt/powershell"
  cp "$fetched/microsoft.netcore.app.host.win-x64/$version/runtimes/win-x64/native/apphost.exe" "$to/opt/apphost.exe"
  make_program "$to/opt/apphost.exe" pwsh.dll "$to/opt/powershell/pwsh.exe"
  rm -rf "$fetched" "$fetched.log"
}

# Runs a command in a terminal of its own, whose input stays open: without one, PowerShell for Windows exits at once. Debian's
# script would do the same, and waits for its child in a busy loop.
terminal='
  use POSIX ();
  open my $master, "+<", "/dev/ptmx" or die "There is no terminal: $!";
  my $number = pack "i", 0;
  # TIOCSPTLCK, TIOCGPTN
  ioctl $master, $_, $number for 0x40045431, 0x80045430;
  my $child = fork;
  if (!$child) {
    POSIX::setsid();
    open STDIN, "+<", "/dev/pts/" . unpack "i", $number;
    open STDOUT, ">&STDIN";
    open STDERR, ">&STDIN";
    close $master;
    exec { $ARGV[0] } @ARGV;
  }
  # Its child processes may keep the terminal open.
  $SIG{CHLD} = sub { exit $? >> 8 if waitpid($child, POSIX::WNOHANG()) == $child };
  while (1) { syswrite STDOUT, $_ if sysread $master, $_, 65536 or select undef, undef, undef, 0.1 }'

case ${1:-} in
  make)
    to=$(machine)
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock -w 900 9 || fail "Another run has been making Wine's folder for a quarter of an hour."
    if [ ! -e "$to/made" ]; then
      rm -rf "$cache"/wine-*
      make_machine "$to"
      touch "$to/made"
    fi
    printf '%s\n' "$to"
    ;;
  program)
    to=$(machine)
    make_program "$to/opt/apphost.exe" "$2" "$3"
    ;;
  run)
    to=$(machine) folder=$2 home=/mnt/${3#"$2"/}
    shift 3
    exec unshare --mount --pid --fork --kill-child -- bash -euc '
      to=$1 folder=$2 home=$3 terminal=$4
      shift 4
      mount --bind "$to" "$to"
      for each in proc sys dev; do mount --rbind "/$each" "$to/$each"; done
      mount -t proc proc "$to/proc"
      mount -t tmpfs tmpfs "$to/tmp"
      mount --bind "$folder" "$to/mnt"
      mkdir "$to/tmp/windows"
      cd "$to"
      exec chroot "$to" env -i PATH=/usr/bin:/bin:/opt/powershell HOME="$home" LC_ALL=C.UTF-8 TERM=dumb \
        WINEPREFIX="$home/prefix" WINEARCH=win64 WINEDEBUG=-all "WINEDLLOVERRIDES=mshtml=;winedbg.exe=d" XDG_RUNTIME_DIR=/tmp \
        DOTNET_ROOT="Z:\\opt\\dotnet" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off NO_COLOR=1 \
        perl -e "$terminal" -- "$@"' - "$to" "$folder" "$home" "$terminal" "$@"
    ;;
  *) fail "Say make, program or run." ;;
esac
