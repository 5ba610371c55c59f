namespace EmailSettings.Core.Storage;

/// <summary>A secret as it is stored.</summary>
/// <param name="Key">Under what it is stored.</param>
/// <param name="ProtectedText">CMS text (RFC 5652) in PEM.</param>
/// <param name="Thumbprint">Certificate it is protected with, upper-case hex; null where an import did not tell.</param>
/// <param name="Since">When it was entered, UTC.</param>
public sealed record StoredSecret(SecretKey Key, string ProtectedText, string? Thumbprint, DateTimeOffset Since)
{
    /// <summary>Leaves the protected text out: it is no text for logs.</summary>
    public override string ToString() => $"{Key} ({Thumbprint})";
}
