using System.Management.Automation;
using System.Security;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Servers;

/// <summary>A cmdlet that sets fields of a mail server, including those for OAuth.</summary>
public abstract class OAuthFieldsCmdlet : FieldsCmdlet
{
    /// <summary>The OAuth authority, https://login host/tenant GUID, not the mail host; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? Address { get; set; }

    /// <summary>The application (client) ID, a GUID; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? ClientId { get; set; }

    /// <summary>The client secret, for OAuthService; null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretInput]
    [Alias("Secret")]
    public SecureString? ClientSecret { get; set; }

    /// <summary>When the client secret expires: a date, or a string such as 2027-03-31; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? SecretExpires { get; set; }
}
