#!/usr/bin/env bash
# Runs the tests that can pass on Windows APIs under Wine, and compares with what passed before (the lists in this folder). Requires
# a build of the checkout: assemblies are the same on every system, and the module under test is the staged one.
#
#   run-under-wine.sh RESULTS               runs what expected-passes.txt names
#   run-under-wine.sh RESULTS --update [SUITE…]
#                                           runs everything, or these suites at the same time, with more time, and adds new passes
#
# RESULTS is the folder for wine.counts (passed, failed, skipped) and wine.skipped (what did not run or cannot pass, and why). Fails if a
# test that passed before no longer does, even in a second run alone. Tests for which there was no time are skipped, and named.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/tests/Windows work=$root/out/windows results=$1 update=${2:-}
# One after the other in each lane; both lanes at the same time.
lanes=(Module "EmailSettings.Core.Tests EmailSettings.Cli.Tests EmailSettings.Mail.Tests EmailSettings.Messages.Tests EmailSettings.PowerShell.Tests")
# The module's files that need no persistent Windows keys, no server and no package manager; groups run one after the other.
module=(Settings,Servers,Store,Completion Help,Quality Errors Manners Scripts Lists,Outputs,Documents Pipeline,ConfigurationAsCode Messages,Replies,RoundTrips Isolation,WindowsPowerShell)
# Seconds for all of it, with the machine if that is new, and those kept for running lost tests again.
limit=840 again=150
if [ "$update" = --update ]; then
  limit=3600
  [ $# -gt 2 ] && lanes=("${@:3}")
fi
first=$((SECONDS + limit - again)) last=$((SECONDS + limit)) deadline=$first

mkdir -p "$results"
not_run() {
  printf 'Tests on Windows APIs, under Wine: not run: %s\n' "$1" | tee "$results/wine.skipped"
  exit 0
}
# At least 1: no time is no limit for timeout.
left() { local left=$((deadline - SECONDS)); echo $((left > 1 ? left : 1)); }
# Ends with this script.
wine() { setpriv --pdeathsig TERM timeout --kill-after=10 "$(left)" "$here/wine-machine.sh" run "$root" "$work/$lane" "$@"; }
# The Windows path of a file of this checkout.
windows() { local path=${1#"$root"}; printf 'Z:\\mnt%s' "${path//\//\\}"; }

command -v pwsh >/dev/null || not_run "there is no PowerShell to compare the results with."
pester=$(pwsh -NoProfile -NonInteractive -Command '(Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -eq 5 })[0].ModuleBase') && [ -d "$pester" ] ||
  not_run "there is no Pester."
rm -rf "$work"
mkdir -p "$work/results" "$work/again" "$work/modules" "$work/bin"
trap 'rm -rf "$work"/lane*' EXIT
trap 'kill $(jobs -p) 2>/dev/null; exit 143' TERM INT
cp -R "$pester" "$work/modules/Pester"
# A copy of each suite with programs for Windows beside its assemblies.
for project in EmailSettings.Core.TestHost ${lanes[*]//Module/} Windows/InProcessRun; do
  [ -d "$root/tests/$project/bin/Debug/net10.0" ] || not_run "the tests were not built."
  cp -R "$root/tests/$project/bin/Debug/net10.0" "$work/bin/$(basename "$project")"
done
[ -e "$root/out/stage/EmailSettings/EmailSettings.psd1" ] || not_run "the module was not staged."
machine=$("$here/wine-machine.sh" make 2>"$results/wine.log") || not_run "$(tail -n 1 "$results/wine.log")"
[ "$(left)" -ge 90 ] || not_run "making Wine's folder took too long. The next run finds it."
for config in "$work"/bin/*/*.runtimeconfig.json; do
  "$here/wine-machine.sh" program "$(basename "$config" .runtimeconfig.json).dll" "${config%.runtimeconfig.json}.exe"
done

# Each writes one line per test: its result, name, case and reason. The last line tells whether all have run: Ended, or Late.
run_suite() { # suite, results, file with the only tests, alone
  local attempt part=$work/part.$1 except=$work/except.$1
  : >"$2"
  # A process sometimes crashes within Wine; the tests that it has not started run in another.
  for attempt in {1..20}; do
    [ "$(left)" -ge 20 ] || break
    cut -f3 "$2" | sort -u >"$except"
    rm -f "$part"
    wine env TEST_RESULTS="$(windows "$part")" TEST_ONLY="${3:+$(windows "$3")}" TEST_EXCEPT="$(windows "$except")" TEST_ALONE="${4:-}" \
      DOTNET_STARTUP_HOOKS="$(windows "$work/bin/InProcessRun/InProcessRun.dll")" \
      EMAILSETTINGS_TEST_PROGRAM="$(windows "$work/bin/EmailSettings.Cli.Tests/emailsettings.exe")" \
      wine "/mnt/out/windows/bin/$1/$1.exe" >>"$2.log" 2>&1
    { cat "$part" 2>/dev/null; echo; } | grep . >>"$2"
    [ "$(tail -n 1 "$2")" = Ended ] && return
  done
  [ "$(left)" -ge 20 ] || echo Late >>"$2"
}
run_module() { # results, wildcards of files in groups, each in a process of its own
  local group folder=$1.module results=$1 ended=yes
  shift
  : >"$results"
  for group; do
    [ "$(left)" -ge 30 ] || { echo Late >>"$results"; return; }
    rm -rf "$folder" && mkdir -p "$folder"
    run_group "$group"
    [ -e "$folder/module.results" ] && sed 's/\r$//; s/\t/\t\t/2' "$folder/module.results" >>"$results" || ended=
    printf '%s: at %s seconds\n' "$group" $SECONDS >>"$work/times"
  done
  [ -n "$ended" ] && echo Ended >>"$results"
}
run_group() {
  # A group that hangs must not use up the time of the others.
  local deadline=$((deadline < SECONDS + 120 ? deadline : SECONDS + 120))
  wine env PSModulePath="$(windows "$work/modules")" wine /opt/powershell/pwsh.exe -NoProfile -NonInteractive \
    -File "$(windows "$here/../Module/Invoke-ModuleTests.ps1")" -Name "$1" -CountsFolder "$(windows "$folder")" \
    -Manifest "$(windows "$root/out/stage/EmailSettings/EmailSettings.psd1")" >>"$results.log" 2>&1
}
run() { # suite, folder of results, file with the only tests, alone
  local began=$SECONDS
  if [ "$1" != Module ]; then
    run_suite "$1" "$2/$1" "${3:-}" "${4:-}"
  elif [ -n "${4:-}" ]; then
    run_module "$2/Module" "$(sed 's/\.Tests\.ps1:.*//' "$3" | sort -u | paste -sd,)"
  else
    run_module "$2/Module" "${module[@]}"
  fi
  printf '%s: %s seconds\n' "$1" $((SECONDS - began)) >>"$work/times"
}
boot() {
  local temporary=$work/$lane/prefix/drive_c/users/root/AppData/Local/Temp
  # Shut down properly, so that its files are written.
  wine sh -c 'wine wineboot -i; wineserver -k; wineserver -w' >"$work/$lane.log" 2>&1
  [ -d "$temporary" ] || return
  rm -rf "$temporary" && ln -s /tmp/windows "$temporary"
  # These tests do not examine whether .NET starts at all.
  # The exit code of a program in a terminal is not passed on.
  wine wine /opt/powershell/pwsh.exe -NoProfile -NonInteractive -Command "'start', 'ed' -join ''" >>"$work/$lane.log" 2>&1
  grep -q started "$work/$lane.log"
}
run_lane() { # suites
  local suite
  boot || { rm -rf "$work/$lane"; return; }
  for suite in "$@"; do run "$suite" "$work/results" "$only"; done
}

only=$work/only
if [ "$update" = --update ]; then only=; else grep -v '^#' "$here/expected-passes.txt" >"$only"; fi
for number in "${!lanes[@]}"; do lane=lane$number && mkdir "$work/$lane" && run_lane ${lanes[$number]} & done
wait
for number in "${!lanes[@]}"; do [ -d "$work/lane$number" ] || not_run "Wine does not start: $(tail -n 1 "$work/lane$number.log")"; done

compare() { pwsh -NoProfile -NonInteractive -File "$here/Compare-Results.ps1" -Results "$work/results" "$@"; }
compare -LostFolder "$work/lost" ${update:+-Update} || exit 1
# Once more alone, so that a busy machine is no excuse.
lane=lane0 deadline=$last
for lost in "$work"/lost/*; do [ -e "$lost" ] && run "$(basename "$lost")" "$work/again" "$lost" alone; done &
wait
cat "$work/times"
compare -Again "$work/again" -Summary "$results"
