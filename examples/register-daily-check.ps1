<#
.SYNOPSIS
    Registers daily-check.ps1 as a scheduled task on Windows.
.DESCRIPTION
    The task runs as the service account, so that it checks that account's access to the store and to the certificate's key. A
    group managed service account (DOMAIN\name$) needs no password. This script requires Windows; the project's tests run it
    with mocks of the task scheduler's cmdlets.
.EXAMPLE
    ./register-daily-check.ps1 -Account 'CONTOSO\svc-mail$'
    Checks every day at six o'clock.
#>
#Requires -Version 7.6
#Requires -RunAsAdministrator
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Account,

    [datetime] $At = '06:00'
)

$ErrorActionPreference = 'Stop'
$task = @{
    TaskName    = 'EmailSettings daily check'
    Description = 'Checks the health of the e-mail settings; the result is 1 for warnings and 2 if something is broken.'
    Action      = New-ScheduledTaskAction -Execute (Get-Command pwsh).Source -Argument "-NoProfile -NonInteractive -File `"$PSScriptRoot\daily-check.ps1`""
    Trigger     = New-ScheduledTaskTrigger -Daily -At $At
    Principal   = New-ScheduledTaskPrincipal -UserId $Account -LogonType Password
    Settings    = New-ScheduledTaskSettingsSet -StartWhenAvailable -ExecutionTimeLimit '00:10:00'
}
if ($PSCmdlet.ShouldProcess($task.TaskName, 'register the scheduled task')) { Register-ScheduledTask @task -Force }
