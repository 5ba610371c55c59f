namespace EmailSettings.Core.Presentation;

/// <summary>The front end whose commands a view names.</summary>
public enum Front
{
    /// <summary>Cmdlets and their parameters.</summary>
    PowerShell,

    /// <summary>Commands of <c>emailsettings</c> and their options.</summary>
    CommandLine,
}
