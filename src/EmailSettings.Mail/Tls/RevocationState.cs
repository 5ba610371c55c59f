namespace EmailSettings.Mail.Tls;

/// <summary>What is known of a certificate's revocation.</summary>
public enum RevocationState
{
    /// <summary>Not asked: switched off, or the certificate was refused for another reason first.</summary>
    NotChecked,

    /// <summary>The list was fetched, and the certificate is not on it.</summary>
    Good,

    /// <summary>A list or responder is named, and was not reachable or not usable. Does not refuse the server.</summary>
    Unknown,

    /// <summary>The certificate names neither a list nor a responder. Does not refuse the server.</summary>
    NoneNamed,

    /// <summary>Revoked.</summary>
    Revoked,
}
