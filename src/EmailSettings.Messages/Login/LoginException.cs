namespace EmailSettings.Messages.Login;

/// <summary>Thrown when a mechanism cannot continue.</summary>
public sealed class LoginException : Exception
{
    /// <param name="fault">The reason.</param>
    /// <param name="message">Technical detail; never a secret.</param>
    public LoginException(LoginFault fault, string message)
        : base(message) => Fault = fault;

    /// <summary>The reason.</summary>
    public LoginFault Fault { get; }
}
