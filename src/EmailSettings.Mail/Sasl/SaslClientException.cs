namespace EmailSettings.Mail.Sasl;

/// <summary>Thrown when an exchange cannot continue.</summary>
public sealed class SaslClientException : Exception
{
    /// <param name="fault">The reason.</param>
    /// <param name="detail">Technical detail; never a secret.</param>
    public SaslClientException(SaslFault fault, string detail)
        : base(detail) => Fault = fault;

    /// <summary>The reason.</summary>
    public SaslFault Fault { get; }
}
