namespace EmailSettings.Mail.Tls;

/// <summary>The kind of answer to a failed TLS handshake.</summary>
public enum TlsPeerAnswerKind
{
    /// <summary>Not one byte.</summary>
    Nothing,

    /// <summary>Something that is no TLS, such as a greeting.</summary>
    Plaintext,

    /// <summary>A TLS alert.</summary>
    Alert,

    /// <summary>TLS, and no alert that can be read.</summary>
    Tls,
}
