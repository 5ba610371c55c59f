namespace EmailSettings.Mail.Tls;

/// <summary>Where a revocation state is known from, or why it is not.</summary>
internal enum RevocationSource
{
    /// <summary>The platform had valid lists or answers already.</summary>
    Kept,

    /// <summary>The addresses were asked, and said this, or nothing that can be used.</summary>
    Asked,

    /// <summary>No address can be asked over HTTP.</summary>
    NotAskable,

    /// <summary>No address answered.</summary>
    Unreachable,

    /// <summary>The time was up.</summary>
    TimedOut,
}
