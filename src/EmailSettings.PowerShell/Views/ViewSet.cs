namespace EmailSettings.PowerShell.Views;

/// <summary>The views that a cmdlet's output needs; each set includes the one before.</summary>
internal enum ViewSet
{
    /// <summary>None: there is no output, or PowerShell shows it as well without.</summary>
    None,

    /// <summary>Those of settings and of changes to them, which need no type data.</summary>
    Settings,

    /// <summary>All, with the type data.</summary>
    All,
}
