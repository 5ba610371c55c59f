using System.Management.Automation;

namespace OneCmdlet;

/// <summary>Does nothing: what is left is the import and the call themselves.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothingCommand : PSCmdlet;
