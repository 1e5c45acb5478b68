# Sourced by samples/try and templates/try: builds outside of the solution, as an integrator does, from Modular's packages alone. What they need from this machine is read, and written only below $work.
source "$root/.ci/prerequisites.sh"

# try [--no-build] packs anew; try --packages FOLDER [--reports FOLDER] takes packages that are there and leaves a report of each suite.
feed=
reports=
pack_arguments=()
while [[ $# -gt 0 ]]; do
  case "$1" in
    --no-build) pack_arguments+=("$1"); shift ;;
    --packages) feed="$(realpath "$2")"; shift 2 ;;
    --reports) reports="$(realpath "$2")"; shift 2 ;;
    *) stop "Unknown: $1. Known are --no-build, --packages FOLDER, --reports FOLDER." ;;
  esac
done

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# The tools leave empty folders behind.
mkdir "$work/tmp"
export TMPDIR="$work/tmp"

require_dotnet

if [[ -z "$feed" ]]; then
  feed="$work/packages"
  "$root/pack" --aside "${pack_arguments[@]}" "$feed"
fi

# The client would go on with what it once unpacked of our packages under the same version, so it keeps ours in a folder of their own and finds those of others where it has them.
unpacked="$(dotnet nuget locals global-packages --list | sed 's/^global-packages: *//')"
mkdir -p "$work/others"
[[ ! -d "$unpacked" ]] || find "$unpacked" -mindepth 1 -maxdepth 1 -type d ! -name 'modular.*' -exec ln -s -t "$work/others" {} +
export NUGET_PACKAGES="$work/ours" NUGET_FALLBACK_PACKAGES="$work/others"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# Builds a suite and runs it: run_tests_of PROJECT_FOLDER
run_tests_of() {
  local project="$1" name report=()
  name="$(basename "$project")"
  dotnet build "$project" --nologo --verbosity quiet -maxcpucount:1 -p:UseSharedCompilation=false
  [[ -z "$reports" ]] || report=(-xml "$reports/$name.xml")
  dotnet "$project/bin/Debug/net10.0/$name.dll" -noLogo -noColor "${report[@]}"
}
