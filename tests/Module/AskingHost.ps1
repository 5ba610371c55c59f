# A host that answers every prompt for a secret, after running something else, and records the prompts.
Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

public sealed class AskingHost : PSHost
{
    private readonly AskingInterface _ui = new AskingInterface();
    public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
    public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name { get { return "asking"; } }
    public override PSHostUserInterface UI { get { return _ui; } }
    public override Version Version { get { return new Version(1, 0); } }
    public List<string> Asked { get { return _ui.Asked; } }
    public Action Meanwhile { set { _ui.Meanwhile = value; } }
    public override void EnterNestedPrompt() { }
    public override void ExitNestedPrompt() { }
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}

public sealed class AskingInterface : PSHostUserInterface
{
    public readonly List<string> Asked = new List<string>();
    public Action Meanwhile;
    public override PSHostRawUserInterface RawUI { get { return null; } }
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Asked.Add(message);
        if (Meanwhile != null) Meanwhile();
        var secret = new SecureString();
        foreach (var character in "typed") secret.AppendChar(character);
        return new Dictionary<string, PSObject> { { descriptions[0].Name, PSObject.AsPSObject(secret) } };
    }
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) { return defaultChoice; }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { return null; }
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) { return null; }
    public override string ReadLine() { return ""; }
    public override SecureString ReadLineAsSecureString() { return new SecureString(); }
    public override void Write(string value) { }
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { }
    public override void WriteLine(string value) { }
    public override void WriteDebugLine(string message) { }
    public override void WriteErrorLine(string value) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteWarningLine(string message) { }
}
'@

# Runs a script in a runspace of that host; returns the prompts and the errors. What happens in between runs here.
function New-AskingPowerShell([string] $Script, [scriptblock] $Meanwhile) {
    $asking = [AskingHost]::new()
    if ($Meanwhile) { $asking.Meanwhile = $Meanwhile }
    $runspace = [runspacefactory]::CreateRunspace($asking)
    try {
        $runspace.Open()
        $powershell = [powershell]::Create($runspace)
        $null = $powershell.AddScript("Import-Module '$Manifest'; `$WarningPreference = 'Ignore'; $Script").Invoke()
        [pscustomobject]@{ Asked = [string[]] $asking.Asked; Errors = @($powershell.Streams.Error) }
    }
    finally {
        $runspace.Dispose()
    }
}
