using System.Management.Automation;

namespace OneCmdlet;

/// <summary>Does nothing: only the import and the call itself remain.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet;
