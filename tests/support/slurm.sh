# shellcheck shell=bash disable=SC2034,SC2154
# A Slurm of one node for a test: munged, slurmctld and slurmd, in a new folder
# and on ports of their own. Nothing in /etc is read or touched, no accounting, no
# cgroups. To be sourced.
#   slurm_is_there         are the programs installed?
#   slurm_start            starts it and sets SLURM_CONF; false, and the logs
#                          printed, when it does not come up
#   slurm_stop             cancels all jobs, ends the daemons, removes the folder
# The daemons are children of the shell and die with it, however it ends.
PATH=$PATH:/usr/sbin:/sbin
slurm_pids=()
slurm_folder=

slurm_is_there() {
  local program
  for program in munged slurmctld slurmd sbatch setpriv; do
    command -v "$program" >/dev/null || return 1
  done
}

# A port nobody listens on, drawn at random so that two tests don't meet.
slurm_free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)); (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

slurm_write_conf() {
  local folder=$slurm_folder host user
  host=$(hostname -s)
  user=$(id -un)
  cat >"$folder/slurm.conf" <<CONF
ClusterName=rota
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(slurm_free_port)
SlurmdPort=$(slurm_free_port)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=10 State=UP
CONF
}

# slurm_run NAME COMMAND...: a daemon in the background, its words in FOLDER/NAME.log.
slurm_run() {
  local name=$1
  shift
  setpriv --pdeathsig TERM "$@" </dev/null >"$slurm_folder/$name.log" 2>&1 &
  slurm_pids+=($!)
}

# slurm_wait SECONDS COMMAND...: until it succeeds, for so long at most.
slurm_wait() {
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

slurm_is_idle() {
  timeout 5 sinfo --noheader --format=%T | grep -qx idle
}

slurm_start() {
  slurm_folder=$(mktemp -d)
  chmod 711 "$slurm_folder" # munged wants its socket to be reachable by everybody
  mkdir -m 711 "$slurm_folder/munge"
  mkdir -m 700 "$slurm_folder/state" "$slurm_folder/spool"
  (umask 077 && head -c 1024 /dev/urandom >"$slurm_folder/munge/key")
  slurm_write_conf
  export SLURM_CONF=$slurm_folder/slurm.conf
  slurm_run munged munged --foreground --key-file="$slurm_folder/munge/key" \
    --socket="$slurm_folder/munge/socket" --pid-file="$slurm_folder/munge/pid" \
    --log-file="$slurm_folder/munge/log" --seed-file="$slurm_folder/munge/seed"
  slurm_wait 10 munge --no-input --socket="$slurm_folder/munge/socket" &&
    slurm_run slurmctld slurmctld -D &&
    slurm_run slurmd slurmd -D &&
    slurm_wait 30 slurm_is_idle && return 0
  tail -n 20 "$slurm_folder"/*.log >&2
  return 1
}

# The steps of running jobs are nobody's children: they are cancelled and waited for.
slurm_stop() {
  local index
  timeout 5 scancel --user="$(id -un)" 2>/dev/null && slurm_wait 10 slurm_is_idle || true
  for ((index = ${#slurm_pids[@]} - 1; index >= 0; index--)); do
    kill "${slurm_pids[index]}" 2>/dev/null || true
    wait "${slurm_pids[index]}" 2>/dev/null || true
  done
  slurm_pids=()
  [ -z "$slurm_folder" ] || rm -rf "$slurm_folder"
}
