#!/usr/bin/env bash
# Runs the tests that can run on Windows APIs under Wine, and compares with what passed before (expected-passes.txt and
# expected-failures.txt in this folder). Requires a build of the checkout: the module under test is the staged one.
#
#   run-under-wine.sh RESULTS [--update]
#
# RESULTS is the folder for wine.counts (passed, failed, skipped) and wine.skipped (what did not run or cannot pass, and why). Fails if a
# test that passed before no longer does, even in a second run alone. --update adds new passes to the list.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/tests/Windows work=$root/out/windows results=$1 update=${2:-}
suites=(EmailSettings.Core.Tests EmailSettings.Cli.Tests EmailSettings.Mail.Tests)
# The module's tests that need no persistent Windows keys, no server and no package manager.
module=Settings,Servers,Store,Completion,Help,Quality,Manners,Errors,Scripts
# Seconds for a suite: one that hangs is ended, and what it had not run counts as lost. And for all of it: a suite whose turn comes
# later is not run, which is said.
longest=400 deadline=$((SECONDS + 780))

mkdir -p "$results"
not_run() {
  printf 'Tests on Windows'\'' interfaces: not run, no Windows/Wine: %s\n' "$1" | tee "$results/wine.skipped"
  exit 0
}
command -v pwsh >/dev/null || not_run "there is no PowerShell to compare the results with"
pester=$(pwsh -NoProfile -NonInteractive -Command '(Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -eq 5 })[0].ModuleBase')
machine=$("$here/wine-machine.sh" make 2>"$results/wine.log") || not_run "$(tail -n 1 "$results/wine.log")"
left() { local left=$((deadline - SECONDS)); echo $((left < longest ? left : longest)); }
wine() { timeout --kill-after=10 "$(left)" "$here/wine-machine.sh" run "$root" "$@"; }

rm -rf "$work"
mkdir -p "$work/results" "$work/modules/Pester" && cp -R "$pester/." "$work/modules/Pester"
trap 'rm -rf "$work/prefix"' EXIT
wine wine wineboot -i >"$work/wineboot.log" 2>&1
[ -e "$work/prefix/system.reg" ] || not_run "Wine does not start: $(tail -n 1 "$work/wineboot.log")"

build() { dotnet build "$root/tests/$1" "${@:2}" --artifacts-path "$work/artifacts" -nologo -v quiet >"$work/build-$(basename "$1").log" 2>&1 || { tail -n 20 "$work/build-$(basename "$1").log"; exit 1; }; }
build Windows/InProcessRun
for project in EmailSettings.Core.TestHost "${suites[@]}"; do build "$project" -r win-x64 --no-self-contained; done
for suite in "${suites[@]}"; do
  program=$work/artifacts/bin/$suite/debug_win-x64/$suite.exe
  [ -e "$program" ] || "$here/wine-machine.sh" program "$suite.dll" "$program"
done

# Tests that would hang there are not run at all.
sed -n '/^# .*(not run)/,/^$/p' "$here/expected-failures.txt" | grep -v '^#' >"$work/except"
# The Windows path of a folder of this checkout.
windows() { local path=${1#"$root"}; printf 'Z:\\mnt%s' "${path//\//\\}"; }
bin=$(windows "$work/artifacts/bin")
# Each writes one line per test: its result, name and reason. The last line means that the suite completed.
run_suite() { # suite, results, file with the only tests
  local attempt part=$2.part.log except=$work/except.$1
  # Sometimes a process crashes in Wine itself: the remaining tests are run in another.
  for attempt in 1 2 3; do
    { cat "$work/except"; cut -f2 "$2" 2>/dev/null; } >"$except"
    wine env TEST_RESULTS="$(windows "$part")" TEST_ONLY="${3:+$(windows "$3")}" TEST_EXCEPT="$(windows "$except")" \
      DOTNET_STARTUP_HOOKS="$bin\\InProcessRun\\debug\\InProcessRun.dll" \
      EMAILSETTINGS_TEST_PROGRAM="$bin\\EmailSettings.Cli.Tests\\debug_win-x64\\emailsettings.exe" \
      wine "/mnt/out/windows/artifacts/bin/$1/debug_win-x64/$1.exe" >>"$2.log" 2>&1
    cat "$part" >>"$2"
    { grep -q '^Ended' "$2" || [ "$(left)" -lt 30 ]; } && break
  done
}
run_module() { # files, results
  local folder=$2.module
  mkdir -p "$folder"
  wine env PSModulePath="$(windows "$work/modules")" wine /opt/powershell/pwsh.exe -NoProfile -NonInteractive \
    -File "$(windows "$here/../Module/Invoke-ModuleTests.ps1")" -Name "$1" -CountsFolder "$(windows "$folder")" \
    -Manifest "$(windows "$root/out/stage/EmailSettings/EmailSettings.psd1")" >"$2.log" 2>&1
  [ -e "$folder/module.results" ] && { cat "$folder/module.results"; echo Ended; } >"$2"
}

late=()
in_time() { [ "$(left)" -ge 90 ] || { late+=("$1"); false; }; }
for suite in "${suites[@]}"; do in_time "$suite" && run_suite "$suite" "$work/results/$suite"; done
in_time Module && run_module $module "$work/results/Module"

compare() { pwsh -NoProfile -NonInteractive -File "$here/Compare-Results.ps1" -Late "$(IFS=,; echo "${late[*]}")" "$@"; }
compare -Results "$work/results" -LostFolder "$work/lost" ${update:+-Update}
# Once more alone, so that a busy machine is no excuse.
if [ -d "$work/lost" ] && [ "$(left)" -ge 30 ]; then
  mkdir -p "$work/again"
  for suite in "${suites[@]}"; do [ -e "$work/lost/$suite" ] && run_suite "$suite" "$work/again/$suite" "$work/lost/$suite"; done
  [ -e "$work/lost/Module" ] && run_module "$(sed 's/\.Tests\.ps1:.*//' "$work/lost/Module" | sort -u | paste -sd,)" "$work/again/Module"
fi
compare -Results "$work/results" -Again "$work/again" -Summary "$results"
