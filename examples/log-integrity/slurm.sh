#!/bin/sh
# Slurm, as a job array: sbatch --export=ALL,TRAIL=acme,RECEIPTS=/shared/receipts,START=2026-03-01T00:00:00Z,END=2026-04-01T00:00:00Z slurm.sh
# Afterwards: pwsh -c "Get-ChildItem /shared/receipts/part-*.json | Join-OrgTrailReceipt -Destination /shared/receipts/acme.json"
#SBATCH --job-name=prove-logs
#SBATCH --array=0-63
#SBATCH --cpus-per-task=2
#SBATCH --mem=512M
export SCHEDULER=slurm PARTS="${PARTS:-$SLURM_ARRAY_TASK_COUNT}"
exec pwsh -NoProfile -File "${SCRIPTS:-$SLURM_SUBMIT_DIR}/prove-part.ps1"
