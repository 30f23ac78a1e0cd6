#!/bin/bash
# The recipes of samples/batch: GNU parallel over several hosts that are all this one; the tasks of a Slurm array and the
# pods of a Kubernetes Job with their variables set by hand.
cd "$(dirname "$0")/../.." || exit 1
export J=${J:-$PWD/build/jaarverslag}
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
unset LC_ALL LC_MESSAGES LANG SOURCE_DATE_EPOCH
export LANG=C.UTF-8
status=0
. tests/command/common
inputs=()
for i in 1 2 3 4 5 6; do cp -r input/voorbeeld "$T/p$i"; inputs+=("$T/p$i"); done
printf '%s\n' "${inputs[@]}" >"$T/lijst"
"$J" batch -o "$T/heel" "${inputs[@]}" 2>/dev/null
whole() { diff <(grep '^{"job"' "$1/manifest.json" | sed 's/"output":"deel-[0-9]*\//"output":"/') <(grep '^{"job"' "$T/heel/manifest.json"); }

# a "host" is a name that this stand-in for ssh ignores: it runs the command here
cat >"$T/ssh" <<'SSH'
#!/bin/bash
while [ "${1#-}" != "$1" ]; do shift; done
shift
[ "$1" != -- ] || shift
exec bash -c "$*"
SSH
chmod +x "$T/ssh"
export PARALLEL_SSH=$T/ssh HOME=$T
ok "GNU parallel over three hosts" bash samples/batch/parallel "$T/uit" anna,bert,carla "${inputs[@]}"
ok "makes what one machine makes" whole "$T/uit"
ok "and nothing a second time" bash samples/batch/parallel "$T/uit" anna,bert,carla "${inputs[@]}"
slurm() {
    local i
    for i in 1 2 3; do SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_MAX=3 SLURM_CPUS_PER_TASK=2 bash samples/batch/slurm.sbatch "$T/lijst" "$T/slurm" || return 1; done
    "$J" batch --merge -o "$T/slurm" "$T"/slurm/deel-*
}
ok "tasks of a Slurm array" slurm
ok "make what one machine makes too" whole "$T/slurm"
pods() { # the command of the manifest, with the volume and the number of pods of this test
    local i line
    line=$(sed -n '/>-/,/resources:/p' samples/batch/kubernetes.yaml | sed '1d;$d' | tr -s '\n ' ' ' | sed "s|exec jaarverslag|$J|;s|/data|$T/k8s|g")
    mkdir "$T/k8s"
    cp "$T/lijst" "$T/k8s/lijst"
    for i in 0 1 2 3 4 5 6 7; do JOB_COMPLETION_INDEX=$i sh -c "$line" || return 1; done
    "$J" batch --merge -o "$T/k8s/uit" "$T"/k8s/uit/deel-*
}
ok "pods of a Kubernetes Job" pods
ok "make it as well" whole "$T/k8s/uit"
yaml() { python3 -c 'import yaml,sys; j = yaml.safe_load(open(sys.argv[1])); assert j["kind"] == "Job" and j["spec"]["completionMode"] == "Indexed" and j["spec"]["completions"] == 8' samples/batch/kubernetes.yaml; }
python3 -c 'import yaml' 2>/dev/null && ok "the manifest is an indexed Job" yaml
exit $status
