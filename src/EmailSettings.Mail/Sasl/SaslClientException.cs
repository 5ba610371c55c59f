namespace EmailSettings.Mail.Sasl;

/// <summary>An exchange cannot go on.</summary>
public sealed class SaslClientException : Exception
{
    /// <param name="fault">Why.</param>
    /// <param name="detail">More for people who look closely; never a secret.</param>
    public SaslClientException(SaslFault fault, string detail)
        : base(detail) => Fault = fault;

    /// <summary>Why.</summary>
    public SaslFault Fault { get; }
}
